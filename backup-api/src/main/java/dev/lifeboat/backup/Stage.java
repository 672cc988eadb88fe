package dev.lifeboat.backup;

import java.util.Locale;

/** What an operation is doing right now. */
public enum Stage {
    /** Looking at the database, the folder and the free space. */
    PREPARING,
    /** Copying the database. */
    COPYING,
    /** Checking the finished copy. */
    VERIFYING,
    /** Writing the record and giving the copy its name. */
    PUBLISHING,
    /** Making the safety backup, or preserving damaged files. */
    SAVING,
    /** Replacing the live data. */
    RESTORING,
    /** Deleting backups. */
    DELETING;

    /** The stable lower-case identifier used in machine-readable output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage in words, such as "Copying the data". */
    public Message text() {
        return Message.of("stage." + id());
    }
}
