package dev.lifeboat.reliability.crash;

import java.util.Locale;

/**
 * What goes wrong with which of the calls that change a file.
 *
 * @param kind what
 * @param at the number of the call, from 1
 */
record Fault(Kind kind, long at) {
    /** Nothing goes wrong. */
    static final Fault NONE = new Fault(Kind.NONE, 0);

    /** What can go wrong. */
    enum Kind {
        NONE,
        KILL_BEFORE,
        /** After half of what is written; a call that writes nothing is done. */
        KILL_MIDDLE,
        KILL_AFTER,
        /** No room for this call. */
        ENOSPC_ONCE,
        /** No room from this call on; deleting works. */
        ENOSPC_ON,
        EIO_ONCE,
        EIO_ON,
        /** Nothing can be changed from this call on, as when the system has made a disk read-only after an error. */
        EROFS_ON,
        /** The process stops before this call. */
        STOP;

        /** As the preloaded library calls it. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean kills() {
            return name().startsWith("KILL");
        }
    }
}
