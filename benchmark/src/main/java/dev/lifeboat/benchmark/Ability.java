package dev.lifeboat.benchmark;

import java.util.List;

/**
 * What a way to back up does by itself, and what it leaves to its user.
 *
 * @param name whose it is
 * @param answers one for each of the {@link #QUESTIONS}
 */
record Ability(String name, List<String> answers) {
    private static final String NO = "no";
    private static final String YES = "yes";

    /** What is asked of each. */
    static final List<String> QUESTIONS = List.of(
            "one consistent state of a database in use",
            "a writer that never rests",
            "forced to the disk",
            "structure checked",
            "foreign keys checked",
            "checksum kept",
            "all or nothing under its name");

    /** Everybody who is measured, with no work added. */
    static final List<Ability> ALL = List.of(
            new Ability(
                    "cp + fsync",
                    List.of("no, only while nobody writes", "copies a mixture", "the file", NO, NO, NO, NO)),
            new Ability("sqlite3 .backup", List.of(YES, "starts again after commits", "the file", NO, NO, NO, NO)),
            new Ability("VACUUM INTO", List.of(YES, "copies one state", "no, added here", NO, NO, NO, NO)),
            new Ability("Python backup()", List.of(YES, "copies one state", "the file", NO, NO, NO, NO)),
            new Ability(
                    "better-sqlite3 backup()", List.of(YES, "starts again after commits", "the file", NO, NO, NO, NO)),
            new Ability(
                    "Lifeboat",
                    List.of(
                            YES,
                            "copies one state",
                            "the file, its record and the folder",
                            YES,
                            YES,
                            "SHA-256, compared at every restore",
                            "yes, after a power failure too")));

    Ability {
        answers = List.copyOf(answers);
        if (answers.size() != QUESTIONS.size()) {
            throw new IllegalArgumentException(name + " does not answer every question");
        }
    }
}
