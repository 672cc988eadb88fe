package dev.lifeboat.backup;

import java.util.Locale;

/** What recovery found the live database to be. */
public enum DatabaseState {
    /** Nothing was interrupted. */
    CLEAN,
    /** An interrupted restore or migration was undone; the data from before it is there. */
    OLD,
    /** An interrupted restore was finished; the restored data is there. */
    NEW,
    /** An interrupted restore or migration could be neither finished nor undone; a person must choose a backup. */
    NEITHER;

    /** The stable lower-case identifier used in machine-readable output. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
