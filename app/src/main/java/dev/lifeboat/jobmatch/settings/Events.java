package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.SchemaVersion;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** What happens in the application, one clear English line in the log for each. Safe for use by several threads. */
public final class Events {
    private final Logger logger;

    /** Events that are logged in the name of this class. */
    public Events(Class<?> source) {
        logger = System.getLogger(source.getName());
    }

    /** The application has started. */
    public void started(String version, Path database) {
        logger.log(
                Level.INFO,
                "Job Match Checker " + version + " started with " + database + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /**
     * A window can be seen.
     *
     * @param which begins the sentence, such as {@code Main window}
     */
    public void windowOpened(String which) {
        logger.log(Level.INFO, which + " opened");
    }

    /** The database was brought to a newer schema version; it had none before if it was new. */
    public void migrated(Path database, Optional<SchemaVersion> from, SchemaVersion to, Duration took) {
        String before = from.map(version -> "version " + version).orElse("no version");
        logger.log(Level.INFO, "Database updated: " + database + " from " + before + " to version " + to + in(took));
    }

    /**
     * Something could not be done. What a person cancelled is no failure.
     *
     * @param what completes "Cannot", such as {@code update the database}
     */
    public void failed(String what, Throwable failure) {
        if (failure instanceof CancellationException) {
            logger.log(Level.INFO, "Cancelled: " + what);
        } else if (failure instanceof BackupException refused) {
            logger.log(level(refused.error()), "Cannot " + what + ": " + words(refused), refused);
        } else {
            logger.log(Level.ERROR, "Cannot " + what + ": " + failure, failure);
        }
    }

    /**
     * Something was not done for a reason that is no exception.
     *
     * @param what completes "Cannot", such as {@code start}
     * @param details for developers, perhaps several lines; may be empty
     */
    public void refused(String what, String why, String details) {
        logger.log(Level.ERROR, "Cannot " + what + ": " + why + (details.isEmpty() ? "" : "\n" + details.strip()));
    }

    void succeeded(String what, Duration took) {
        logger.log(Level.INFO, what + in(took));
    }

    void warned(String what, Duration took) {
        logger.log(Level.WARNING, what + in(took));
    }

    /** A failure's code and sentence, and its file where the sentence does not name it. */
    static String words(BackupException failure) {
        String words = failure.getMessage();
        return failure.path()
                .map(Path::toString)
                .filter(file -> !words.contains(file))
                .map(file -> words + " (" + file + ")")
                .orElse(words);
    }

    private static Level level(BackupError error) {
        return error == BackupError.UNKNOWN || error == BackupError.RESTORE_FAILED ? Level.ERROR : Level.WARNING;
    }

    private static String in(Duration took) {
        return String.format(Locale.ROOT, ", in %.3f s", took.toMillis() / 1000.0);
    }
}
