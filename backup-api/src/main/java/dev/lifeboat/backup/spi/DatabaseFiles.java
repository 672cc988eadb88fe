package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of the live database, by name and size alone.
 *
 * @param main the main file, with links resolved
 * @param sides its side files, whether or not they exist
 */
record DatabaseFiles(Path main, List<Path> sides) {
    private static final int MAX_LINKS = 40;

    static DatabaseFiles of(Path database, DatabaseEngine engine) {
        Path main = canonical(database);
        return new DatabaseFiles(main, List.copyOf(engine.sideFiles(main)));
    }

    /** The path with links resolved as far as it exists, so that one database has one path, also while it is lost. */
    static Path canonical(Path database) {
        try {
            return database.toRealPath();
        } catch (IOException missing) {
            try {
                Path target = followLinks(database);
                return target.getParent().toRealPath().resolve(target.getFileName());
            } catch (IOException noFolder) {
                return database;
            }
        }
    }

    private static Path followLinks(Path link) throws IOException {
        Path target = link;
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    Path folder() {
        return main.getParent();
    }

    /** Main file first, then side files. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(main));
        all.addAll(sides);
        return all;
    }

    /** Those that exist as regular files. */
    List<Path> existing() {
        return all().stream()
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /**
     * The first side file that is there and no regular file, links followed. Whoever opens the database opens it too: a
     * pipe would let him wait for ever, and a link that leads nowhere cannot be written to.
     */
    Optional<Path> strangeSide() {
        return sides.stream()
                .filter(side -> Durable.isOtherThanFile(side) && !Files.isRegularFile(side))
                .findFirst();
    }

    /** Fails unless something is there that could be a database; looks at the directory entry only. */
    void requireRegular() throws BackupException {
        if (Files.notExists(main, LinkOption.NOFOLLOW_LINKS)) {
            throw new BackupException(
                    BackupError.DATABASE_NOT_FOUND, Message.of("error.database-missing", main.toString()), main);
        }
        if (Files.isDirectory(main)) {
            throw damaged("error.database-directory");
        }
        if (!Files.isRegularFile(main)) {
            if (!Files.isReadable(main.getParent()) || !Files.isExecutable(main.getParent())) {
                throw new BackupException(
                        BackupError.PERMISSION_DENIED, Message.of("error.permission", main.toString()), main);
            }
            throw damaged("error.database-special");
        }
        if (sizeOf(main) == 0) {
            throw damaged("error.database-empty");
        }
        Optional<Path> side = strangeSide();
        if (side.isPresent()) {
            throw new BackupException(BackupError.DATABASE_DAMAGED, notRegular(side.get()), side.get())
                    .withHint(Message.of("hint.move-away"));
        }
    }

    /** That something is in the way of a file. */
    static Message notRegular(Path file) {
        return Message.of("error.not-regular", file.toString());
    }

    private BackupException damaged(String key) {
        return new BackupException(BackupError.DATABASE_DAMAGED, Message.of(key, main.toString()), main);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException vanished) {
            return 0;
        }
    }
}
