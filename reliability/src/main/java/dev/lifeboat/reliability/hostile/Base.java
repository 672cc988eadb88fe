package dev.lifeboat.reliability.hostile;

/** How the live database lies there before anything is spoilt. */
enum Base {
    /** In write-ahead mode, closed in good order. */
    LOGGED,
    /** As a crashed application leaves it: the last commits only in the write-ahead log. */
    HOT_LOG,
    /** In rollback mode, closed in good order. */
    ROLLBACK,
    /** As a crashed application leaves it in rollback mode: a transaction half written, and its journal. */
    HOT_JOURNAL
}
