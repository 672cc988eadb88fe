package dev.lifeboat.backup;

import java.util.List;
import java.util.Optional;

/**
 * What is in the backup folder.
 *
 * @param backups newest first, damaged and foreign ones included
 * @param lastBackup the newest verified one that is not dated in the future
 * @param preserved raw files of damaged databases, newest first
 */
public record BackupList(List<Backup> backups, Optional<Backup> lastBackup, List<PreservedFiles> preserved) {
    /** Copies the lists. */
    public BackupList {
        backups = List.copyOf(backups);
        preserved = List.copyOf(preserved);
    }
}
