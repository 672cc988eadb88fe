package dev.lifeboat.benchmark;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything is measured, so that all contestants use the same file system.
 *
 * @param folder generated databases stay here from run to run
 * @param options what to measure
 * @param peers whom to compare with
 */
record Workplace(Path folder, Options options, Peers peers) {
    private static final int SLOW_MB = 500;
    /** Some rounds take half a second at most, of which a tenth is chance: there are so many times as many. */
    private static final int ROUNDS_FOR_ONE = 3;

    /** The generated database of this size; never to be changed. */
    Path database(int megabytes) throws SQLException, IOException {
        return JobTrackingDatabase.cached(folder.resolve("databases"), megabytes);
    }

    /** A copy of the generated database in this folder, for an application to live in. */
    Path liveDatabase(int megabytes, Path in) throws SQLException, IOException {
        return Files.copy(database(megabytes), in.resolve("jobs.db"));
    }

    /** An empty folder. */
    Path emptyFolder(String name) throws IOException {
        Path empty = folder.resolve("work").resolve(name);
        delete(empty);
        return Files.createDirectories(empty);
    }

    /** Lifeboat, as a host application finds it. */
    static BackupService lifeboat(Path database) throws BackupException {
        return BackupProviders.installed().forDatabase(database).open(BackupConfiguration.of(database));
    }

    /** So that whoever reads it next does not wait for the disk. */
    static void readIntoMemory(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Deletes files, and folders with what is in them. */
    static void delete(Path... paths) throws IOException {
        for (Path path : paths) {
            if (Files.exists(path)) {
                try (Stream<Path> tree = Files.walk(path)) {
                    List<Path> deepestFirst =
                            tree.sorted(Comparator.reverseOrder()).toList();
                    for (Path file : deepestFirst) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** Deletes the backups, but not their folder: only the very first backup of all has to make it. */
    static void deleteBackups(BackupService lifeboat) throws IOException {
        try (Stream<Path> files = Files.list(lifeboat.configuration().folder())) {
            delete(files.toArray(Path[]::new));
        }
    }

    /** Deletes a database with what SQLite may have left beside it. */
    static void deleteDatabase(Path file) throws IOException {
        for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /** One for what takes less than a second. */
    Race race() {
        return new Race(2, ROUNDS_FOR_ONE * options.rounds());
    }

    /** One for databases of this size; a large one warms everybody up in one round. */
    Race race(int megabytes) {
        return megabytes < SLOW_MB ? race() : new Race(1, options.rounds());
    }
}
