package dev.lifeboat.backup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The one failure of every operation: a code for programs, and for people a sentence, the file it is about and what to
 * do next.
 *
 * <p>{@link #getMessage()} is English, for logs; {@link #message(Locale)} and {@link #hint(Locale)} are what a window
 * or a terminal shows.
 */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final BackupError error;
    private final transient Message message;
    private final transient Message hint;
    private final transient Path path;

    /** A failure that is about no particular file and has no cause. */
    public BackupException(BackupError error, Message message) {
        this(error, message, null, error.hint(), null);
    }

    /** A failure about a file or folder. */
    public BackupException(BackupError error, Message message, Path path) {
        this(error, message, path, error.hint(), null);
    }

    /** A failure about a file or folder, with what the layer below threw. */
    public BackupException(BackupError error, Message message, Path path, Throwable cause) {
        this(error, message, path, error.hint(), cause);
    }

    private BackupException(BackupError error, Message message, Path path, Message hint, Throwable cause) {
        super(error + ": " + message, cause);
        this.error = error;
        this.message = message;
        this.path = path;
        this.hint = hint;
    }

    /** The same failure with advice that fits better than the code's own. */
    public BackupException withHint(Message better) {
        BackupException copy = new BackupException(error, message, path, better, getCause());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** The code. */
    public BackupError error() {
        return error;
    }

    /** The file or folder the failure is about, where there is one. */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /** What happened, with which file, not yet in any language. */
    public Message message() {
        return message;
    }

    /** What happened, with which file, in this language. */
    public String message(Locale locale) {
        return message.in(locale);
    }

    /** What to do next, in this language. */
    public String hint(Locale locale) {
        return hint.in(locale);
    }
}
