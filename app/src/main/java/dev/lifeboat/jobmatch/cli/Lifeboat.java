package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.spi.BackupProvider;
import dev.lifeboat.jobmatch.settings.UserFolders;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line {@code lifeboat}: understands the words, runs the command, shows its answer or its failure. */
final class Lifeboat {
    private final Surroundings surroundings;
    private final Texts texts;

    Lifeboat(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.texts = new Texts(surroundings.locale());
    }

    /** Runs one command to its end. Every failure has been shown when this returns; nothing is thrown. */
    ExitCode run(String... args) {
        List<String> words = Syntax.withoutHelpWord(args);
        boolean json = Syntax.asksForJson(words);
        ShutdownGuard guard = new ShutdownGuard(() -> interrupted(json), this::signalIgnored);
        ExitCode exitCode = ExitCode.UNKNOWN;
        try {
            exitCode = execute(words, json, guard);
        } finally {
            guard.over(exitCode);
        }
        return exitCode;
    }

    /** Starts the application; without words and without a screen, or asked to, says what there is. */
    ExitCode introduce(String... words) {
        if (words.length > 0 && words[0].equals(StartOptions.COMMAND)) {
            return start(words, Arrays.copyOfRange(words, 1, words.length));
        }
        if (words.length == 0 && !GraphicsEnvironment.isHeadless()) {
            return start(words, words);
        }
        boolean known = words.length == 0 || words[0].equals("--help") || words[0].equals("-h");
        if (known) {
            texts.of("introduction").lines().forEach(printer()::line);
            return ExitCode.SUCCESS;
        }
        show(Failure.of(CommandException.usage("problem.unknown-word", words[0]), Syntax.PROGRAM, texts), false);
        return ExitCode.USAGE;
    }

    private ExitCode start(String[] all, String[] words) {
        try {
            StartOptions options = StartOptions.parse(words);
            if (options.help()) {
                printer().line(texts.of("start.usage"));
                return ExitCode.SUCCESS;
            }
            Surroundings around = surroundings.withPlugins(options.existingPlugins());
            if (!options.window()) {
                return new StartCommand(options, around, UserFolders.ofThisUser()).run();
            }
            if (GraphicsEnvironment.isHeadless()) {
                throw CommandException.usage("start.no-screen");
            }
            return new WindowCommand(List.of(all), options, around, UserFolders.ofThisUser()).run();
        } catch (CommandException e) {
            show(Failure.of(e, "jobmatch start", texts), Syntax.asksForJson(List.of(words)));
            return ExitCode.USAGE;
        } catch (IllegalStateException e) {
            show(Failure.unexpected(e, texts), false);
            return ExitCode.UNKNOWN;
        } catch (ParameterException e) {
            show(
                    Failure.of(CommandException.usage("start.usage-problem", e.getMessage()), "jobmatch start", texts),
                    false);
            return ExitCode.USAGE;
        }
    }

    private ExitCode execute(List<String> words, boolean json, ShutdownGuard guard) {
        try {
            Optional<Subcommand> command = words.stream().findFirst().flatMap(Subcommands::named);
            return command.isPresent()
                    ? run(command.get(), words.subList(1, words.size()), json, guard)
                    : withoutCommand(words, json, guard);
        } catch (ParameterException e) {
            return failed(Failure.of(e, texts), json, guard);
        } catch (BackupException e) {
            return failed(Failure.of(e, texts), json, guard);
        } catch (AnswerLostException e) {
            return failed(Failure.of(e, texts), false, guard);
        } catch (RuntimeException | Error e) {
            return failed(Failure.unexpected(e, texts), json, guard);
        }
    }

    private ExitCode run(Subcommand command, List<String> words, boolean json, ShutdownGuard guard)
            throws BackupException {
        ParseResult parsed = Syntax.parser(command).parseArgs(words.toArray(String[]::new));
        if (parsed.isUsageHelpRequested()) {
            printer().prepared(Syntax.help(command, texts, colours()));
            return ExitCode.SUCCESS;
        }
        Arguments arguments = new Arguments(parsed);
        Report report = report(json, arguments.has(CommandOption.QUIET));
        try {
            Surroundings around = surroundings.withPlugins(arguments.plugins());
            return command.run(new Session(arguments, around, texts, report, guard));
        } catch (CommandException e) {
            return failed(Failure.of(e, Syntax.callOf(parsed.commandSpec()), texts), json, guard);
        }
    }

    private ExitCode withoutCommand(List<String> words, boolean json, ShutdownGuard guard) {
        ParseResult parsed = Syntax.wholeParser().parseArgs(words.toArray(String[]::new));
        if (parsed.isUsageHelpRequested()) {
            printer().prepared(Syntax.help(texts, colours()));
            return ExitCode.SUCCESS;
        }
        if (parsed.isVersionHelpRequested()) {
            return version();
        }
        return failed(Failure.of(CommandException.usage("problem.no-command"), Syntax.PROGRAM, texts), json, guard);
    }

    private ExitCode version() {
        Printer out = printer();
        out.line(Syntax.PROGRAM + " " + Version.own());
        for (BackupProvider provider : surroundings.providers().get().all()) {
            out.line(provider.id() + ": " + provider.description());
        }
        out.line("Java: " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        return ExitCode.SUCCESS;
    }

    private ExitCode failed(Failure failure, boolean json, ShutdownGuard guard) {
        guard.answering();
        show(failure, json);
        return failure.exitCode();
    }

    private void show(Failure failure, boolean json) {
        try {
            report(json, false).failed(failure);
        } catch (AnswerLostException nobodyReads) {
            report(false, false).failed(failure);
        }
    }

    private void interrupted(boolean json) {
        if (json) {
            show(Failure.interrupted(texts), true);
        }
    }

    private void signalIgnored() {
        Terminal terminal = surroundings.terminal();
        if (terminal.showsProgress()) {
            new Printer(terminal.err(), terminal.charset(), false).line("\r" + texts.of("signal-ignored"));
        }
    }

    private Report report(boolean json, boolean quiet) {
        Terminal terminal = surroundings.terminal();
        return json
                ? new JsonReport(terminal.out(), texts.locale(), surroundings.clock())
                : new PeopleReport(terminal, texts, new Phrases(texts, surroundings.clock()), quiet);
    }

    private Ansi colours() {
        return surroundings.terminal().showsColours() ? Ansi.ON : Ansi.OFF;
    }

    private Printer printer() {
        Terminal terminal = surroundings.terminal();
        return new Printer(terminal.out(), terminal.charset(), terminal.showsColours());
    }
}
