package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/**
 * Why a command failed, ready to be shown: the one form that every sort of failure is brought into.
 *
 * @param exitCode its name is the code that programs read
 * @param heading a few words
 * @param message what happened, as a sentence
 * @param hint what to do now, as a sentence
 * @param path the file it is about
 */
record Failure(ExitCode exitCode, String heading, String message, String hint, Optional<Path> path) {
    /** What an operation threw. */
    static Failure of(BackupException failure, Texts texts) {
        Locale locale = texts.locale();
        return new Failure(
                ExitCode.of(failure.error()),
                failure.error().text(locale),
                failure.message(locale),
                failure.hint(locale),
                failure.path());
    }

    /** A command that was not run. */
    static Failure of(CommandException failure, String call, Texts texts) {
        return failure.exitCode() == ExitCode.CONFIRMATION_REQUIRED
                ? new Failure(
                        failure.exitCode(),
                        texts.of("failure.confirmation.heading"),
                        failure.message(texts),
                        texts.of("failure.confirmation.hint"),
                        Optional.empty())
                : usage(failure.message(texts), call, texts);
    }

    /** Arguments that the parser refused. */
    static Failure of(ParameterException failure, Texts texts) {
        String call = Syntax.callOf(failure.getCommandLine().getCommandSpec());
        return usage(UsageProblem.sentence(failure, texts), call, texts);
    }

    /** What nobody foresaw, without its stack trace. */
    static Failure unexpected(Throwable failure, Texts texts) {
        String words =
                failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        BackupError unknown = BackupError.UNKNOWN;
        return new Failure(
                ExitCode.UNKNOWN,
                unknown.text(texts.locale()),
                texts.of("failure.unexpected", words),
                unknown.hint().in(texts.locale()),
                Optional.empty());
    }

    /** An answer that nobody got. */
    static Failure of(AnswerLostException failure, Texts texts) {
        return new Failure(
                ExitCode.UNKNOWN,
                BackupError.UNKNOWN.text(texts.locale()),
                texts.of("failure.answer-lost", String.valueOf(failure.getMessage())),
                texts.of("failure.answer-lost.hint"),
                Optional.empty());
    }

    /** A signal that came before the operation had ended. */
    static Failure interrupted(Texts texts) {
        return new Failure(
                ExitCode.INTERRUPTED,
                texts.of("failure.interrupted.heading"),
                texts.of("failure.interrupted"),
                texts.of("failure.interrupted.hint"),
                Optional.empty());
    }

    /** The code that programs read. */
    String code() {
        return exitCode.name();
    }

    /** The file, when the sentence does not name it already. */
    Optional<Path> unmentionedPath() {
        return path.filter(file -> !message.contains(file.toString()));
    }

    private static Failure usage(String message, String call, Texts texts) {
        return new Failure(
                ExitCode.USAGE,
                texts.of("failure.usage.heading"),
                message,
                texts.of("failure.usage.hint", call),
                Optional.empty());
    }
}
