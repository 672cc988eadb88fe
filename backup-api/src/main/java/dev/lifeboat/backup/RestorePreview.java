package dev.lifeboat.backup;

import java.util.Optional;

/**
 * What a restore would do, for the question before it (FR-014). Nothing has been checked in full yet.
 *
 * @param backup what would come back
 * @param databaseExists whether there is live data to be overwritten
 * @param databaseSizeBytes size of the live data, main file and write-ahead log
 * @param refusal why the restore would be refused right away, when it would
 */
public record RestorePreview(
        Backup backup, boolean databaseExists, long databaseSizeBytes, Optional<BackupException> refusal) {}
