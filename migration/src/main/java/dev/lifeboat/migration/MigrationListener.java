package dev.lifeboat.migration;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.SchemaVersion;
import java.util.List;
import java.util.Optional;

/**
 * Follows a migration, so that a window can show it: first what is pending, then the backup, then script after script,
 * then the checks. If something fails, {@link #onFailure} and the way back follow.
 *
 * <p>Called on the threads that do the work, never on a UI thread; keep it short. Nothing is called when the database
 * is up to date.
 */
public interface MigrationListener {
    /** Hears nothing. */
    MigrationListener NONE = new MigrationListener() {};

    /**
     * Scripts are to be run.
     *
     * @param from the version that the database has; empty when it is new
     * @param to the version that it will have
     * @param scripts file names, in their order
     */
    default void onPending(Optional<SchemaVersion> from, SchemaVersion to, List<String> scripts) {}

    /** The backup before the migration has come this far. */
    default void onBackup(Progress progress) {}

    /**
     * A script begins.
     *
     * @param script file name
     * @param number from 1 to {@code total}
     */
    default void onScript(String script, int number, int total) {}

    /** All scripts have run; the database is checked. */
    default void onCheck() {}

    /** Something failed; the data from before comes back. */
    default void onFailure(MigrationFailure failure) {}

    /** The way back has come this far. */
    default void onReturn(Progress progress) {}

    /** It is over; this is what {@link SafeMigrator#migrate} is about to return. */
    default void onEnd(MigrationOutcome outcome) {}
}
