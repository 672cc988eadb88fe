package dev.lifeboat.ui;

/** What is in the place that a restore writes to; the words about what is lost and kept depend on it. */
enum RestoreOccasion {
    /** Data that somebody works with. */
    CURRENT,
    /** A file that cannot be read; it is copied raw. */
    DAMAGED,
    /** Nothing, or only files that belonged to a database. */
    MISSING,
    /** Sound data that only a newer version of the application can use. */
    TOO_NEW,
    /** What an interrupted change left, sound or not. */
    UNDECIDED;

    /** Whether the application has to be started anew afterwards; otherwise it has not opened yet. */
    boolean restarts() {
        return this == CURRENT;
    }

    /** The key of this occasion's words. */
    String key(String prefix) {
        return prefix + name();
    }
}
