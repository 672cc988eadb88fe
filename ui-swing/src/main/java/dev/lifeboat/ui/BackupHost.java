package dev.lifeboat.ui;

import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the backup parts need to know of, and ask of, the application around them. */
public interface BackupHost {
    /** The application's name, for sentences such as "Job Match Checker restarts." */
    String applicationName();

    /** Which backups are old. Called on the event dispatch thread; must answer at once. */
    RetentionPolicy retention();

    /** How often the application makes a backup by itself; empty for never. Called on the event dispatch thread. */
    Optional<Duration> automaticBackupInterval();

    /**
     * Whether a restore may begin now: has unsaved edits saved or dropped, as the person says. Called on the event
     * dispatch thread.
     *
     * @return false when the person would rather not restore after all
     */
    boolean settleEdits(Window owner);

    /**
     * Closes every connection to the database and opens none until the answer is closed. Called on a background thread,
     * which closes the answer too.
     *
     * @throws HostException when a connection cannot be closed; nothing is held then
     */
    Release release() throws HostException;

    /**
     * Starts the application again after a restore and ends this process. Called on a background thread while the
     * database is still released. Returns only where nothing has to be started anew, such as before the main window.
     *
     * @throws HostException when no new process could be started; the data is restored all the same
     * @throws InterruptedException while waiting for the new process
     */
    void restart(RestoreResult result) throws HostException, InterruptedException;

    /** The application's log, which the details of failures name; empty when there is none. */
    default Optional<Path> log() {
        return Optional.empty();
    }

    /** A time without connections. */
    @FunctionalInterface
    interface Release extends AutoCloseable {
        @Override
        void close();
    }
}
