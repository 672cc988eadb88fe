package dev.lifeboat.reliability.crash;

/** How the live database lies there when an operation begins. */
enum Base {
    /** As a crashed application leaves it: the last commits only in the write-ahead log. */
    HOT_LOG,
    /** Closed in good order. */
    CLEAN,
    /** As a crashed application leaves it in rollback mode: a transaction half written, and its journal. */
    HOT_JOURNAL,
    /** Closed in good order, and open in a second process that does nothing with it. */
    IDLE_CONNECTION
}
