package dev.lifeboat.reliability.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the product is asked to do. */
enum Operation {
    CREATE,
    RESTORE_IN_PLACE,
    /** The live database is not there. */
    RESTORE_MISSING,
    /** The live database has lost its first page. */
    RESTORE_DESTROYED,
    /** The live database has lost its second half. */
    RESTORE_TRUNCATED,
    DELETE,
    CLEAN_UP,
    /** A restore by replacement was killed before. */
    RECOVER,
    /** The same, and what was to take the database's place has gone bad since. */
    RECOVER_BACK;

    boolean recovers() {
        return this == RECOVER || this == RECOVER_BACK;
    }

    boolean restores() {
        return name().startsWith("RESTORE");
    }

    /** Whether the live database is damaged or missing at the beginning. */
    boolean replaces() {
        return restores() && this != RESTORE_IN_PLACE;
    }

    /** The words of the command line. */
    List<String> words(Scene scene, Path database) {
        List<String> words = switch (this) {
            case CREATE -> List.of("create");
            case DELETE -> List.of("delete", scene.older(), "--yes");
            case CLEAN_UP -> List.of("cleanup", "--older-than", "30d", "--yes");
            case RECOVER, RECOVER_BACK -> List.of("recover");
            default -> List.of("restore", scene.backup(), "--yes");
        };
        return Stream.concat(words.stream(), Stream.of("--json", "--database", database.toString()))
                .toList();
    }
}
