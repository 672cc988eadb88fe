package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A database of some megabytes in write-ahead mode as a crashed application leaves it, its last commits only in the
 * log, and a backup of an earlier state. Made once and copied for every crash.
 */
final class CrashScene {
    private static final int PAGES_OF_DATA = 3000;

    final String backup;
    final String oldState;
    final String newState;
    private final Path original;

    private CrashScene(Path original, String backup, String oldState, String newState) {
        this.original = original;
        this.backup = backup;
        this.oldState = oldState;
        this.newState = newState;
    }

    /** Prepares one in this empty folder. */
    static CrashScene prepare(Path folder) throws SQLException, BackupException, IOException {
        Path grown = Files.createDirectory(folder.resolve("grown")).resolve("my.db");
        Path original = Files.createDirectory(folder.resolve("original"));
        String numbers = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + PAGES_OF_DATA + ") ";
        try (Connection application = DriverManager.getConnection("jdbc:sqlite:" + grown);
                Statement statement = application.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("CREATE TABLE jobs(id INTEGER PRIMARY KEY, title TEXT, letter BLOB)");
            statement.execute(numbers + "INSERT INTO jobs SELECT i, 'first', randomblob(1500) FROM n");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            String backup = service(grown)
                    .create(CreateRequest.manual("test"), ProgressListener.NONE)
                    .name();
            String newState = contentOf(grown);
            statement.execute("UPDATE jobs SET title = 'second', letter = randomblob(1500) WHERE id % 2 = 0");
            String oldState = contentOf(grown);
            for (Path file : new Path[] {grown, grown.resolveSibling("my.db-wal")}) {
                Files.copy(file, original.resolve(file.getFileName()));
            }
            copyFolder(grown.resolveSibling("backups"), original.resolve("backups"));
            return new CrashScene(original, backup, oldState, newState);
        }
    }

    /** A copy of the scene in this folder, which is made; gives the database. */
    Path copyTo(Path folder) throws IOException {
        copyFolder(original, folder);
        return folder.resolve("my.db");
    }

    /** Makes the first page unreadable. */
    static void destroyHeader(Path database) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(database.toFile(), "rw")) {
            bytes.write(new byte[4096]);
        }
    }

    /** The service behind the command line, in this process. */
    static BackupService service(Path database) throws BackupException {
        return BackupProviders.installed().byId("sqlite").open(BackupConfiguration.of(database));
    }

    /** The checksum of all rows, or what the integrity check says instead of ok. */
    static String contentOf(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                if (!check.getString(1).equals("ok")) {
                    return check.getString(1);
                }
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (ResultSet rows = statement.executeQuery("SELECT id, title, letter FROM jobs ORDER BY id")) {
                while (rows.next()) {
                    digest.update((rows.getLong(1) + rows.getString(2)).getBytes(StandardCharsets.UTF_8));
                    digest.update(rows.getBytes(3));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The checksums of the database's own files that are there, by name; the shared memory does not count. */
    static Map<String, String> rawFiles(Path folder) throws IOException {
        Map<String, String> files = FolderContent.of(folder);
        files.keySet().retainAll(Set.of("my.db", "my.db-wal"));
        return files;
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
