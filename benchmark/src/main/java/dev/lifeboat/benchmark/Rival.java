package dev.lifeboat.benchmark;

import java.util.stream.Stream;

/** One thing that a program is asked to do in Lifeboat's place. */
enum Rival {
    SHELL_BACKUP("sqlite3 .backup", PeerProgram.SQLITE3, "backup", Effort.ALONE),
    SHELL_BACKUP_EQUAL("sqlite3 .backup, equal work", PeerProgram.SQLITE3, "backup+equal", Effort.EQUAL),
    VACUUM("VACUUM INTO + fsync", PeerProgram.SQLITE3, "vacuum", Effort.ALONE),
    VACUUM_EQUAL("VACUUM INTO, equal work", PeerProgram.SQLITE3, "vacuum+equal", Effort.EQUAL),
    PYTHON("Python backup()", PeerProgram.PYTHON, "backup", Effort.ALONE),
    PYTHON_EQUAL("Python backup(), equal work", PeerProgram.PYTHON, "backup+equal", Effort.EQUAL),
    BETTER("better-sqlite3 backup()", PeerProgram.BETTER_SQLITE3, "backup", Effort.ALONE),
    BETTER_INTEGRITY(
            "better-sqlite3 backup(), integrity_check",
            PeerProgram.BETTER_SQLITE3,
            "backup+integrity",
            Effort.INTEGRITY),
    BETTER_EQUAL("better-sqlite3 backup(), equal work", PeerProgram.BETTER_SQLITE3, "backup+equal", Effort.EQUAL);

    /** How much is done beside the copy. */
    enum Effort {
        /** Nothing. */
        ALONE,
        /** {@code integrity_check} and nothing else. */
        INTEGRITY,
        /** {@code integrity_check}, {@code foreign_key_check}, SHA-256, the file and its folder forced to the disk. */
        EQUAL
    }

    private final String title;
    private final PeerProgram program;
    private final String work;
    private final Effort effort;

    Rival(String title, PeerProgram program, String work, Effort effort) {
        this.title = title;
        this.program = program;
        this.work = work;
        this.effort = effort;
    }

    String title() {
        return title;
    }

    PeerProgram program() {
        return program;
    }

    /** The order that the program's script knows. */
    String work() {
        return work;
    }

    Effort effort() {
        return effort;
    }

    static Stream<Rival> with(Effort effort) {
        return Stream.of(values()).filter(rival -> rival.effort == effort);
    }
}
