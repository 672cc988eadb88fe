package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What went wrong with a restore, for a window.
 *
 * @param message what happened, with which file
 * @param hint what to do next
 * @param details everything a supporter asks for, in English
 */
record FailureText(String message, String hint, String details) {
    /** The words for what was thrown while restoring or looking at a backup. */
    static FailureText of(Exception failure, Texts words, String application) {
        String details = details(failure, words);
        if (failure instanceof HostException) {
            return new FailureText(failure.getMessage(), words.text("restore.hint.unforeseen"), details);
        }
        if (!(failure instanceof BackupException known)) {
            String reason = failure.getLocalizedMessage() == null ? failure.toString() : failure.getLocalizedMessage();
            return new FailureText(
                    words.text("restore.failed.unforeseen", reason), words.text("restore.hint.unforeseen"), details);
        }
        return new FailureText(reason(known).message(words.locale()), hint(known, words, application), details);
    }

    /** The same with the place of the log in the details. */
    FailureText naming(Optional<Path> log, Texts words) {
        return log.map(file -> new FailureText(message, hint, details + "\n" + words.text("details.log", file)))
                .orElse(this);
    }

    /** The same with other advice. */
    FailureText withHint(String other) {
        return new FailureText(message, other, details);
    }

    /** The failure behind one that only adds that the data is as before, which the window's heading says already. */
    private static BackupException reason(BackupException failure) {
        boolean unchanged = failure.error() != BackupError.UNKNOWN;
        return unchanged && failure.getCause() instanceof BackupException inner ? inner : failure;
    }

    /** A code's own advice may speak of commands or repeat the heading; advice for this very failure stays. */
    private static String hint(BackupException failure, Texts words, String application) {
        String hint = failure.hint(words.locale());
        boolean general = hint.equals(failure.error().hint().in(words.locale()));
        if (general && (failure.error() == BackupError.UNKNOWN || failure.error() == BackupError.RESTORE_FAILED)) {
            return words.text("restore.hint." + failure.error(), application);
        }
        return hint;
    }

    private static String details(Exception failure, Texts words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        if (failure instanceof BackupException known) {
            out.println(known.error());
            known.path().ifPresent(path -> out.println(words.text("details.file", path)));
        }
        failure.printStackTrace(out);
        return text.toString().strip();
    }
}
