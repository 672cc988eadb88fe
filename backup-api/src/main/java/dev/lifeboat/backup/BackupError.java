package dev.lifeboat.backup;

import java.util.Locale;

/**
 * The ways an operation can fail, as stable codes.
 *
 * <p>For a restore, every code but {@link #UNKNOWN} means that the old data is there, unchanged (SPEC, "What the codes
 * promise").
 */
public enum BackupError {
    /** Not enough free space; nothing was written. */
    INSUFFICIENT_SPACE,
    /** The operating system refused to read or write a file or folder. */
    PERMISSION_DENIED,
    /** There is no database at the given path. */
    DATABASE_NOT_FOUND,
    /** Another connection or process is using the database in a way that excludes the operation. */
    DATABASE_BUSY,
    /** The live database cannot be read as a database, or its structure is broken. */
    DATABASE_DAMAGED,
    /** The finished copy did not pass its checks although the database did; it was removed. */
    VERIFICATION_FAILED,
    /** Another operation on the same database or folder is running, in this process or another. */
    OPERATION_IN_PROGRESS,
    /** The backup folder that the caller named does not exist. */
    DIRECTORY_NOT_FOUND,
    /** This database has no backup of that name. */
    BACKUP_NOT_FOUND,
    /** The name is not one that a backup can have. */
    INVALID_NAME,
    /** The backup was written by a newer version of the application. */
    SCHEMA_TOO_NEW,
    /** The backup is damaged; nothing was touched. */
    INTEGRITY_FAILED,
    /** The restore failed midway and the old data was kept or brought back. */
    RESTORE_FAILED,
    /** The last backup that is not damaged cannot be deleted. */
    LAST_BACKUP_PROTECTED,
    /** No provider of the wanted name is installed. */
    PROVIDER_NOT_FOUND,
    /** Something nobody foresaw; the message says which state was found. */
    UNKNOWN;

    /** A short heading for people, such as "Not enough free space". */
    public String text(Locale locale) {
        return Message.of("text." + name()).in(locale);
    }

    /** What to do next, for people. */
    public Message hint() {
        return Message.of("hint." + name());
    }
}
