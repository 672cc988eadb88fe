package dev.lifeboat.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * A database like one that a person has tracked jobs in for months, of any size.
 *
 * <p>Nearly all of it is text: each offer carries 2 to 6 KB of it, each match a JSON document. Rows are inserted offer
 * by offer with every index in place, so the b-trees are interleaved in the file, and at the end some offers are
 * deleted and others rewritten, which leaves free pages and scattered overflow chains. The file depends only on the
 * size, the seed and the SQLite library. All foreign keys are valid.
 */
final class JobTrackingDatabase {
    private static final int PAGE_BYTES = 4096;
    private static final int CHURN_PERCENT = 3;
    private static final int CACHE_KIB = 200_000;

    private JobTrackingDatabase() {}

    /**
     * Writes a database in write-ahead mode, closed cleanly.
     *
     * @param file must not exist
     * @param sizeBytes met within a few per cent from a megabyte upwards
     */
    static void generate(Path file, long sizeBytes, long seed) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            createSchema(connection);
            connection.setAutoCommit(false);
            JobTrackingRows rows = new JobTrackingRows(connection, new Random(seed));
            rows.insertBase();
            long pages = sizeBytes / PAGE_BYTES;
            long offersBetweenLooks = Math.max(1, sizeBytes >> 20);
            while (pageCount(connection) < pages) {
                for (long i = 0; i < offersBetweenLooks; i++) {
                    rows.insertOffer();
                }
            }
            rows.churn(CHURN_PERCENT);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "PRAGMA journal_mode=WAL");
        }
    }

    private static void createSchema(Connection connection) throws SQLException, IOException {
        execute(connection, "PRAGMA page_size=" + PAGE_BYTES);
        execute(connection, "PRAGMA journal_mode=OFF");
        execute(connection, "PRAGMA synchronous=OFF");
        execute(connection, "PRAGMA cache_size=-" + CACHE_KIB);
        execute(connection, "PRAGMA foreign_keys=ON");
        try (InputStream script = JobTrackingDatabase.class.getResourceAsStream("job-tracking.sql")) {
            for (String command : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*")) {
                execute(connection, command);
            }
        }
    }

    private static long pageCount(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA page_count")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** A generated database in this folder, made only when it is not there yet. */
    static Path cached(Path folder, int megabytes) throws SQLException, IOException {
        Path file = folder.resolve("job-tracking-" + megabytes + "-mb.db");
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            generate(unfinished, (long) megabytes << 20, megabytes);
            Files.move(unfinished, file);
        }
        return file;
    }
}
