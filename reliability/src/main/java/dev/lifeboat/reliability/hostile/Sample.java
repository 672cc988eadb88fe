package dev.lifeboat.reliability.hostile;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small database with two backups, before anything is spoilt. The same bytes in every run, but for what SQLite draws
 * by lot in logs and journals.
 *
 * @param files every file's bytes, by its name below the folder
 * @param newest the name of the backup made last
 * @param older the name of the backup that is two months older
 * @param foreign another database of the same page size, to take pieces from
 */
record Sample(Map<String, byte[]> files, String newest, String older, byte[] foreign) {
    /** The database in a folder. */
    static final String DATABASE = "my.db";

    /** The folder of the backups. */
    static final String BACKUPS = "backups/";

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final List<String> SIDE_FILES = List.of("", "-wal", "-journal");
    private static final String COUNT = "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) ";

    /** Makes one; works in the folder, which is made. */
    static Sample make(Path folder, Base base) throws IOException, SQLException, BackupException {
        Path database = Files.createDirectories(folder).resolve(DATABASE);
        boolean logs = base == Base.LOGGED || base == Base.HOT_LOG;
        try (Connection application = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = application.createStatement()) {
            fill(statement, logs);
            String older = create(database, NOW.minus(Duration.ofDays(60)));
            statement.execute("UPDATE jobs SET title = 'second ' || id WHERE id % 3 = 0");
            String newest = create(database, NOW.minus(Duration.ofHours(1)));
            statement.execute(logs ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA journal_mode");
            statement.execute("UPDATE jobs SET title = 'third ' || id WHERE id < 10");
            if (base == Base.LOGGED) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } else if (base == Base.HOT_JOURNAL) {
                // More than the cache holds, so that pages are written before the commit that never comes.
                statement.execute("PRAGMA cache_size = 2");
                statement.execute("BEGIN");
                statement.execute("UPDATE jobs SET title = 'never ' || id, letter = zeroblob(900)");
            }
            return new Sample(collect(folder), newest, older, foreign(folder.resolve("foreign.db")));
        }
    }

    private static void fill(Statement statement, boolean logs) throws SQLException {
        statement.execute("PRAGMA page_size = 1024");
        statement.execute("PRAGMA journal_mode = " + (logs ? "WAL" : "DELETE"));
        statement.execute("PRAGMA wal_autocheckpoint = 0");
        statement.execute("CREATE TABLE jobs(id INTEGER PRIMARY KEY, title TEXT UNIQUE, letter BLOB)");
        statement.execute("CREATE TABLE tags(name TEXT PRIMARY KEY, colour TEXT NOT NULL) WITHOUT ROWID");
        statement.execute("CREATE VIRTUAL TABLE notes USING fts5(body)");
        statement.execute("CREATE INDEX by_letter ON jobs(length(letter))");
        statement.execute("CREATE VIEW titles AS SELECT title FROM jobs");
        statement.execute(
                COUNT + "INSERT INTO jobs SELECT i, 'first ' || i, CAST(printf('%0*d', 40 * i, i) AS BLOB) FROM n");
        statement.execute(COUNT + "INSERT INTO tags SELECT 'tag ' || i, 'grün' FROM n");
        statement.execute(COUNT + "INSERT INTO notes SELECT 'note number ' || i FROM n");
        statement.execute("DELETE FROM jobs WHERE id = 20");
    }

    private static byte[] foreign(Path database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = 1024");
            statement.execute("PRAGMA auto_vacuum = FULL");
            statement.execute("CREATE TABLE other(a TEXT, b INT, c AS (a || b))");
            statement.execute(COUNT + "INSERT INTO other SELECT printf('%0200d', i), -i FROM n");
        }
        return Files.readAllBytes(database);
    }

    /** The service for a database; its clock stands still. */
    static BackupService service(Path database, Instant now) throws BackupException {
        BackupConfiguration configuration = BackupConfiguration.of(database)
                .withClock(Clock.fixed(now, ZoneOffset.UTC))
                .withBusyTimeout(PATIENCE);
        return BackupProviders.installed().byId("sqlite").open(configuration);
    }

    /** The same at the time after everything was made. */
    static BackupService service(Path database) throws BackupException {
        return service(database, NOW);
    }

    private static String create(Path database, Instant now) throws BackupException {
        return service(database, now)
                .create(CreateRequest.manual("hostile"), ProgressListener.NONE)
                .name();
    }

    private static Map<String, byte[]> collect(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String side : SIDE_FILES) {
            Path file = folder.resolve(DATABASE + side);
            if (Files.exists(file) && Files.size(file) > 0) {
                files.put(DATABASE + side, Files.readAllBytes(file));
            }
        }
        try (Stream<Path> backups = Files.list(folder.resolve(BACKUPS))) {
            for (Path file :
                    backups.filter(path -> !path.toString().endsWith(".lock")).toList()) {
                files.put(BACKUPS + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Lays the files out in a new folder and gives the database. */
    Path stage(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(BACKUPS));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder.resolve(DATABASE);
    }
}
