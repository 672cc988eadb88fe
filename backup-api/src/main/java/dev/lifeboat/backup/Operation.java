package dev.lifeboat.backup;

import java.util.Locale;

/** The operations that exclude each other (FR-026). */
public enum Operation {
    /** Making a backup. */
    CREATE,
    /** Recording the outcome of a verification. */
    VERIFY,
    /** Replacing the live database. */
    RESTORE,
    /** Deleting one backup. */
    DELETE,
    /** Deleting old backups. */
    CLEANUP,
    /** Finishing or undoing what a crash interrupted. */
    RECOVER,
    /** Changing a note. */
    ANNOTATE;

    /** The stable lower-case identifier used in machine-readable output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operation in words, such as "creating a backup". */
    public Message text() {
        return Message.of("operation." + id());
    }
}
