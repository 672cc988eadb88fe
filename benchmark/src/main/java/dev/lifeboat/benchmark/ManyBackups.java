package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of many backups, and the ways to learn what it holds. All are one file under many names, which is kind to
 * JDBC: what it reads of the first is in memory for all others.
 */
final class ManyBackups {
    /** Small for somebody who has that many backups. */
    private static final int DATABASE_BYTES = 10 << 20;

    private final BackupService lifeboat;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> records = new ArrayList<>();

    private ManyBackups(BackupService lifeboat) {
        this.lifeboat = lifeboat;
    }

    /** Makes a folder with a live database and so many backups. */
    static ManyBackups in(Path folder, int count) throws Exception {
        Path live = Files.createDirectories(folder).resolve("jobs.db");
        JobTrackingDatabase.generate(live, DATABASE_BYTES, count);
        ManyBackups many = new ManyBackups(Workplace.lifeboat(live));
        many.multiply(many.lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE), count);
        return many;
    }

    int count() {
        return files.size();
    }

    Path live() {
        return lifeboat.configuration().database();
    }

    /** The name of the newest backup. */
    String newest() {
        return files.get(0).getFileName().toString();
    }

    void list() throws Exception {
        List<Backup> backups = lifeboat.list().backups();
        if (backups.size() != count() || backups.stream().anyMatch(backup -> backup.state() != BackupState.VERIFIED)) {
            throw new IllegalStateException("the list is not what was put into the folder");
        }
    }

    /** Reads the record beside each backup, and makes nothing of it. */
    void readRecords() throws IOException {
        long bytes = 0;
        for (Path record : records) {
            bytes += Files.readAllBytes(record).length;
        }
        if (bytes == 0) {
            throw new IOException("the records are empty");
        }
    }

    /** Opens each through JDBC for its version, and for the rows of its tables when these are wanted. */
    void openEach(boolean countRows) throws SQLException {
        for (Path file : files) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                query(statement, "PRAGMA user_version");
                List<String> tables =
                        countRows ? query(statement, "SELECT name FROM sqlite_schema WHERE type = 'table'") : List.of();
                for (String table : tables) {
                    query(statement, "SELECT count(*) FROM " + table);
                }
            }
        }
    }

    private static List<String> query(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /**
     * Gives one backup many names, an hour apart, each with its own record: making them one by one would force the disk
     * a thousand times.
     */
    private void multiply(Backup first, int count) throws IOException {
        Path record = recordOf(first.path());
        files.add(first.path());
        records.add(record);
        String text = Files.readString(record);
        ZoneId zone = ZoneId.systemDefault();
        LocalDateTime newest = LocalDateTime.ofInstant(first.createdAt(), zone);
        for (int i = 1; i < count; i++) {
            LocalDateTime local = newest.minusHours(i);
            Instant createdAt = local.atZone(zone).toInstant();
            String name = BackupName.of(BackupKind.MANUAL, local, 1).fileName();
            Path file = first.path().resolveSibling(name);
            Files.createLink(file, first.path());
            Files.writeString(
                    recordOf(file),
                    text.replace(first.name(), name).replace(first.createdAt().toString(), createdAt.toString()));
            files.add(file);
            records.add(recordOf(file));
        }
    }

    private static Path recordOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".json");
    }
}
