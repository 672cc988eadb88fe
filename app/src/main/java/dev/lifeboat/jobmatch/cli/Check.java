package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The outcome of checking one backup.
 *
 * @param name file name
 * @param verification what was found, when it could be checked
 * @param failure why it could not be checked
 */
record Check(String name, Optional<Verification> verification, Optional<BackupException> failure) {
    /** One that was checked. */
    static Check of(Verification verification) {
        return new Check(verification.name(), Optional.of(verification), Optional.empty());
    }

    /** One that could not be checked. */
    static Check failed(String name, BackupException failure) {
        return new Check(name, Optional.empty(), Optional.of(failure));
    }

    /** Whether it was checked and nothing was found. */
    boolean isIntact() {
        return verification.filter(Verification.Intact.class::isInstance).isPresent();
    }

    /** What is wrong, or why that could not be found out. */
    List<String> findings(Locale locale) {
        if (failure.isPresent()) {
            return List.of(failure.get().message(locale));
        }
        return verification.orElseThrow() instanceof Verification.Damaged damaged
                ? in(locale, damaged.findings())
                : List.of();
    }

    /** What is worth knowing. */
    List<String> warnings(Locale locale) {
        return verification.map(found -> in(locale, found.warnings())).orElse(List.of());
    }

    /** What the process ends with on account of this one. */
    ExitCode exitCode() {
        if (failure.isPresent()) {
            return ExitCode.of(failure.get().error());
        }
        return isIntact() ? ExitCode.SUCCESS : ExitCode.DAMAGE_FOUND;
    }

    private static List<String> in(Locale locale, List<Message> messages) {
        return messages.stream().map(message -> message.in(locale)).toList();
    }
}
