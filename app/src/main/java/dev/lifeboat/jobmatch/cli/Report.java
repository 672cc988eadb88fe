package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes the one answer of a command and shows it to whoever asked. Prints at once; one call in the life of a report.
 */
interface Report {
    /** A backup was made. */
    void created(Backup backup);

    /** What is in the folder. */
    void listed(BackupList list, BackupConfiguration configuration);

    /** One backup in detail. */
    void shown(Backup backup);

    /** One backup was checked. */
    void verified(Check check);

    /** All backups were checked. */
    void verifiedAll(List<Check> checks);

    /** A backup was restored. */
    void restored(RestoreResult result);

    /** A backup was deleted. */
    void deleted(String name);

    /** What a clean-up would do; nothing was deleted. */
    void planned(CleanupPlan plan);

    /** A clean-up has ended. */
    void cleanedUp(CleanupResult result);

    /** Recovery has ended. */
    void recovered(RecoveryResult result);

    /** How things stand. */
    void status(BackupStatus status, BackupConfiguration configuration);

    /** Which providers there are, and the folder where plugins are looked for. */
    void providers(BackupProviders providers, Optional<Path> plugins);

    /** The command failed. */
    void failed(Failure failure);
}
