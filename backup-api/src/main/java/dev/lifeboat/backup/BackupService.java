package dev.lifeboat.backup;

import java.util.concurrent.CancellationException;

/**
 * Backs up and restores one database.
 *
 * <p>Safe for use by several threads. One changing operation runs at a time per database and per backup folder, across
 * threads and processes; a second is refused at once with {@code OPERATION_IN_PROGRESS}, naming the first (FR-026).
 * Methods block on files: never call them on a UI thread. Backups are addressed by file name only; a name that no
 * backup can have is refused with {@code INVALID_NAME} before the file system is asked.
 */
public interface BackupService {
    /** What this service was opened for. */
    BackupConfiguration configuration();

    /**
     * Makes a verified, durable backup (FR-001, FR-002, FR-006).
     *
     * <p>The database stays usable for readers and, in write-ahead mode, for writers. On failure the database is
     * untouched and nothing half-written stays.
     *
     * @return the backup, in state verified
     * @throws BackupException {@code INSUFFICIENT_SPACE}, {@code PERMISSION_DENIED}, {@code DATABASE_NOT_FOUND},
     *     {@code DATABASE_BUSY}, {@code DATABASE_DAMAGED}, {@code VERIFICATION_FAILED}, {@code OPERATION_IN_PROGRESS}
     */
    Backup create(CreateRequest request, ProgressListener progress) throws BackupException;

    /**
     * Everything in the backup folder, from names, sizes and sidecars; opens no database (FR-009). Works while an
     * operation runs.
     *
     * @throws BackupException {@code DIRECTORY_NOT_FOUND} for a named folder that is not there,
     *     {@code PERMISSION_DENIED}
     */
    BackupList list() throws BackupException;

    /**
     * One backup as {@link #list()} shows it.
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}, {@code PERMISSION_DENIED}
     */
    Backup show(String name) throws BackupException;

    /**
     * Checks a backup in full: size, checksum, structure, every table. The outcome is remembered in the sidecar where
     * that can be written and no other operation is running.
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}, {@code PERMISSION_DENIED}
     * @throws CancellationException when the listener said so; nothing is remembered then
     */
    Verification verify(String name, ProgressListener progress) throws BackupException;

    /**
     * What a restore would do, without a full verification (FR-014).
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}, {@code PERMISSION_DENIED}
     */
    RestorePreview preview(RestoreRequest request) throws BackupException;

    /**
     * Replaces the live database with a backup, after saving the live one (FR-018). The application closes its own
     * connections first.
     *
     * <p>On failure the live database is unchanged; after a crash it is wholly old or wholly new once
     * {@link #recover()} has run. A live database that is damaged does not stop its own repair: its raw files are
     * preserved instead. Cannot be cancelled (FR-016). The source backup is left alone.
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}, {@code SCHEMA_TOO_NEW},
     *     {@code INTEGRITY_FAILED}, {@code INSUFFICIENT_SPACE}, {@code PERMISSION_DENIED}, {@code DATABASE_BUSY},
     *     {@code OPERATION_IN_PROGRESS}, {@code RESTORE_FAILED}, and {@code UNKNOWN} with the state that was found
     */
    RestoreResult restore(RestoreRequest request, ProgressListener progress) throws BackupException;

    /**
     * Deletes one backup and its sidecar (FR-021).
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}, {@code LAST_BACKUP_PROTECTED},
     *     {@code PERMISSION_DENIED}, {@code OPERATION_IN_PROGRESS}
     */
    void delete(String name) throws BackupException;

    /**
     * Changes a backup's note.
     *
     * @return the backup as it is listed now
     * @throws BackupException {@code BACKUP_NOT_FOUND} also when it has no sidecar to write into, {@code INVALID_NAME},
     *     {@code PERMISSION_DENIED}, {@code OPERATION_IN_PROGRESS}
     */
    Backup annotate(String name, String note) throws BackupException;

    /**
     * What a clean-up would do now (FR-022). Reads only.
     *
     * @throws BackupException {@code PERMISSION_DENIED}
     */
    CleanupPlan planCleanup(RetentionPolicy policy) throws BackupException;

    /**
     * Deletes what the plan says, as far as it still holds (FR-020).
     *
     * <p>The newest verified backup is verified again in full first; when it turns out damaged it is marked so and the
     * plan is made anew, until one holds or nothing is deleted. Nothing that the given plan did not show is deleted.
     *
     * @throws BackupException {@code PERMISSION_DENIED}, {@code OPERATION_IN_PROGRESS}
     */
    CleanupResult cleanUp(CleanupPlan plan, ProgressListener progress) throws BackupException;

    /**
     * Names a verified backup of this database to go back to unless what begins now ends well, durably so that it also
     * holds if the process dies.
     *
     * @throws BackupException {@code BACKUP_NOT_FOUND}, {@code INVALID_NAME}; {@code INTEGRITY_FAILED} when the backup
     *     is not verified; {@code OPERATION_IN_PROGRESS} when one is set by a process that lives;
     *     {@code DATABASE_DAMAGED} when one was left by a process that died, which {@link #recover()} has to deal with
     *     first; {@code INSUFFICIENT_SPACE}, {@code PERMISSION_DENIED}
     */
    ReturnPoint setReturnPoint(String name) throws BackupException;

    /**
     * Finishes or undoes what a crash interrupted and sweeps leftovers. To be called before the application opens its
     * database; running it twice changes nothing more. A {@link ReturnPoint} whose process died is gone back to. A
     * backup folder that cannot be written to is left as it is.
     *
     * @throws BackupException {@code PERMISSION_DENIED}, {@code OPERATION_IN_PROGRESS}
     */
    RecoveryResult recover() throws BackupException;

    /**
     * What is running and how things stand.
     *
     * @throws BackupException {@code PERMISSION_DENIED}
     */
    BackupStatus status() throws BackupException;

    /**
     * Says that an application is using the database, until closed or the process ends.
     *
     * @throws BackupException {@code DATABASE_BUSY} when another process says so already, {@code PERMISSION_DENIED}
     */
    HostPresence holdPresence() throws BackupException;
}
