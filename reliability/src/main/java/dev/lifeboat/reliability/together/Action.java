package dev.lifeboat.reliability.together;

/** What processes do to one database at the same time. */
enum Action {
    /** An application's commit, past Lifeboat. */
    COMMIT,
    CREATE,
    RESTORE,
    DELETE,
    CLEAN_UP,
    VERIFY,
    LIST,
    RECOVER
}
