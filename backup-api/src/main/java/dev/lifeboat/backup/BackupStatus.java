package dev.lifeboat.backup;

import java.util.Optional;

/**
 * A glance at a database and its backups.
 *
 * @param running what is running now, in this process or another, with its stage and percentage
 * @param lastBackup see {@link BackupList#lastBackup()}
 * @param databaseSizeBytes main file and write-ahead log; 0 when there is no database
 * @param freeBytes usable space where the backups are kept
 */
public record BackupStatus(
        Optional<Progress> running, Optional<Backup> lastBackup, long databaseSizeBytes, long freeBytes) {}
