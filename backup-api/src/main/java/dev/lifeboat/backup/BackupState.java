package dev.lifeboat.backup;

import java.util.Locale;

/**
 * How far a file in the backup folder can be trusted, as far as its sidecar and size tell; listing never opens a
 * database.
 */
public enum BackupState {
    /** A full verification is recorded and the size has not changed since. */
    VERIFIED,
    /** No readable sidecar says otherwise, but none says that it was verified either. */
    UNVERIFIED,
    /** A verification failed, or the size or the sidecar contradicts the record. Never offered as good. */
    DAMAGED,
    /**
     * Not a backup of this database: another name, another database, or not a regular file. Never restored, pruned or
     * swept.
     */
    FOREIGN;

    /** The stable lower-case identifier used in machine-readable output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
