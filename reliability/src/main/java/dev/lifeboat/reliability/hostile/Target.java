package dev.lifeboat.reliability.hostile;

import java.util.List;

/** What is spoilt, and what is worth asking for then. */
enum Target {
    /** A backup's bytes; its record is as it was. */
    BACKUP(25, Action.LIST, Action.SHOW, Action.VERIFY, Action.VERIFY, Action.RESTORE, Action.RESTORE, Action.CLEAN_UP),
    /** A backup's bytes, and its record is gone. */
    UNRECORDED(20, Action.VERIFY, Action.VERIFY, Action.RESTORE, Action.RESTORE, Action.CLEAN_UP),
    /** A record. */
    SIDECAR(15, Action.LIST, Action.SHOW, Action.VERIFY, Action.RESTORE, Action.CLEAN_UP, Action.RECOVER),
    /** The live database's main file. */
    LIVE(15, Action.CREATE, Action.CREATE, Action.RESTORE, Action.RESTORE, Action.STATUS, Action.RECOVER),
    /** The log, its index or the rollback journal beside the live database or beside a backup. */
    SIDE_FILE(10, Action.CREATE, Action.CREATE, Action.RESTORE, Action.VERIFY, Action.STATUS, Action.RECOVER),
    /** Something that is no file of ordinary size, in place of any file the product looks at. */
    SPECIAL(9, Action.values()),
    /** A backup that SQLite made, but with a schema nobody would write, and no record. */
    SCHEMA(6, Action.VERIFY, Action.RESTORE);

    /** The sum of all weights. */
    static final int HUNDRED = 100;

    private final int weight;
    private final List<Action> actions;

    Target(int weight, Action... actions) {
        this.weight = weight;
        this.actions = List.of(actions);
    }

    /** The one for a number below {@link #HUNDRED}. */
    static Target at(int percent) {
        int left = percent;
        for (Target target : values()) {
            if (left < target.weight) {
                return target;
            }
            left -= target.weight;
        }
        throw new IllegalArgumentException(String.valueOf(percent));
    }

    List<Action> actions() {
        return actions;
    }
}
