package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small database and backups of earlier states of it, made once and copied for every trial.
 *
 * @param original the folder that is copied
 * @param backup the name of the backup that is restored
 * @param older the name of a backup that is two months old
 * @param oldState the content of the database
 * @param newState the content of the backup that is restored
 */
record Scene(Path original, String backup, String older, String oldState, String newState) {
    /** The database in a folder. */
    static final String DATABASE = "my.db";

    private static final List<String> SIDE_FILES = List.of("", "-wal", "-journal");
    private static final Duration AGE = Duration.ofDays(60);
    private static final int ROWS = 40;

    /** Prepares one in this folder, which is made. */
    static Scene prepare(Path folder, Base base) throws IOException, SQLException, BackupException {
        Path grown = Files.createDirectories(folder.resolve("grown")).resolve(DATABASE);
        Path original = Files.createDirectories(folder.resolve("original"));
        try (Connection application = DriverManager.getConnection("jdbc:sqlite:" + grown);
                Statement statement = application.createStatement()) {
            boolean logs = base != Base.HOT_JOURNAL;
            statement.execute("PRAGMA journal_mode = " + (logs ? "WAL" : "DELETE"));
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("CREATE TABLE jobs(id INTEGER PRIMARY KEY, title TEXT, letter BLOB)");
            statement.execute("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                    + ") INSERT INTO jobs SELECT i, 'first', randomblob(1500) FROM n");
            Instant now = Instant.now();
            String older = create(grown, now.minus(AGE));
            statement.execute("UPDATE jobs SET title = 'second' WHERE id % 3 = 0");
            String backup = create(grown, now.minus(Duration.ofHours(1)));
            String newState = Content.of(grown);
            // What the log does not hold cannot be healed by it.
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            statement.execute("UPDATE jobs SET title = 'third', letter = randomblob(1500) WHERE id < 10");
            String oldState = Content.of(grown);
            if (base == Base.CLEAN || base == Base.IDLE_CONNECTION) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            if (base == Base.HOT_JOURNAL) {
                // More than the cache holds, so that pages are written before the commit that never comes.
                statement.execute("PRAGMA cache_size = 2");
                statement.execute("BEGIN");
                statement.execute("UPDATE jobs SET title = 'never', letter = randomblob(1500)");
            }
            copyDatabase(grown, original.resolve(DATABASE));
            copyFolder(grown.resolveSibling("backups"), original.resolve("backups"));
            return new Scene(original, backup, older, oldState, newState);
        }
    }

    /** The service for a database, in this process. */
    static BackupService service(Path database) throws BackupException {
        return BackupProviders.installed().byId("sqlite").open(BackupConfiguration.of(database));
    }

    /**
     * Makes a folder as the operation finds it; what was there before is gone, but for locks, which this process may
     * have open. Gives the database.
     */
    Path stage(Path root, Operation operation) throws IOException {
        clear(root);
        copyFolder(original, root);
        Path database = root.resolve(DATABASE);
        switch (operation) {
            case RESTORE_MISSING -> Files.delete(database);
            case RESTORE_DESTROYED -> overwrite(database, new byte[4096]);
            case RESTORE_TRUNCATED -> truncate(database);
            default -> {}
        }
        return database;
    }

    private static String create(Path database, Instant then) throws BackupException {
        BackupConfiguration configuration =
                BackupConfiguration.of(database).withClock(Clock.fixed(then, ZoneOffset.UTC));
        return BackupProviders.installed()
                .byId("sqlite")
                .open(configuration)
                .create(CreateRequest.manual("reliability"), ProgressListener.NONE)
                .name();
    }

    private static void overwrite(Path file, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(bytes);
        }
    }

    private static void truncate(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
    }

    private static void copyDatabase(Path from, Path to) throws IOException {
        for (String side : SIDE_FILES) {
            Path file = from.resolveSibling(from.getFileName() + side);
            if (Files.exists(file) && Files.size(file) > 0) {
                Files.copy(file, to.resolveSibling(to.getFileName() + side));
            }
        }
    }

    /** Copies a folder into one that may be there; locks stay where they are. */
    static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!path.toString().endsWith(".lock")) {
                    Files.copy(path, copy);
                }
            }
        }
    }

    /** Empties a folder, but for locks, which this process may have open. */
    static void clear(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                boolean isFolder = Files.isDirectory(path);
                boolean keep = path.toString().endsWith(".lock") || isFolder && hasLock(path);
                if (!keep) {
                    Files.delete(path);
                }
            }
        }
    }

    private static boolean hasLock(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
