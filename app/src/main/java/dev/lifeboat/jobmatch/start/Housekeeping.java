package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * What the application does about its backups by itself, in the background after every start: delete old ones (FR-020),
 * and make one when the last is too old.
 *
 * <p>Blocks; run it on a thread of its own. Neither part stops the other, and none stops the application.
 */
public final class Housekeeping {
    private final BackupService service;
    private final RetentionPolicy retention;
    private final Optional<Duration> interval;

    /**
     * Housekeeping for one database.
     *
     * @param retention which backups are old
     * @param interval how old the last backup may become; empty when none are made by themselves
     */
    public Housekeeping(BackupService service, RetentionPolicy retention, Optional<Duration> interval) {
        this.service = service;
        this.retention = retention;
        this.interval = interval;
    }

    /**
     * What was done.
     *
     * @param cleanup what was deleted and kept; empty when it failed
     * @param created the automatic backup; empty when none was due or it failed
     * @param cleanupFailure why the clean-up failed
     * @param backupFailure why the automatic backup failed
     */
    public record Result(
            Optional<CleanupResult> cleanup,
            Optional<Backup> created,
            Optional<BackupException> cleanupFailure,
            Optional<BackupException> backupFailure) {}

    /** Does both. */
    public Result run() {
        Optional<CleanupResult> cleanup = Optional.empty();
        Optional<Backup> created = Optional.empty();
        Optional<BackupException> cleanupFailure = Optional.empty();
        Optional<BackupException> backupFailure = Optional.empty();
        try {
            cleanup = Optional.of(service.cleanUp(service.planCleanup(retention), ProgressListener.NONE));
        } catch (BackupException refused) {
            cleanupFailure = Optional.of(refused);
        }
        try {
            if (isBackupDue()) {
                created = Optional.of(
                        service.create(new CreateRequest(BackupKind.AUTOMATIC, "interval", ""), ProgressListener.NONE));
            }
        } catch (BackupException refused) {
            backupFailure = Optional.of(refused);
        }
        return new Result(cleanup, created, cleanupFailure, backupFailure);
    }

    private boolean isBackupDue() throws BackupException {
        if (interval.isEmpty()) {
            return false;
        }
        Optional<Backup> last = service.status().lastBackup();
        return last.isEmpty()
                || last.get()
                        .isOlderThan(
                                interval.get(), service.configuration().clock().instant());
    }
}
