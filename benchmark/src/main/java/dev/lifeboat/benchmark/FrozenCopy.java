package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An experiment: a consistent copy of a database in write-ahead mode by copying its main file in the kernel.
 *
 * <p>Everything is written back to the main file; while writers are held for a moment, a reader begins that needs
 * nothing from the log. As long as it reads, SQLite writes nothing into the main file. Lifeboat does not copy this way:
 * closing the file that was copied drops the locks that SQLite holds on it in this process, see ARCHITECTURE.md.
 */
final class FrozenCopy {
    private static final double NANOS_PER_MILLI = 1e6;

    private final String url;
    private final Path live;
    private double longestHoldMillis;

    FrozenCopy(Path live) {
        this.live = live;
        this.url = "jdbc:sqlite:" + live;
    }

    /** For how long writers were held at most. */
    double longestHoldMillis() {
        return longestHoldMillis;
    }

    /** Copies without forcing. */
    void copy(Path target) throws SQLException, IOException {
        try (Connection writer = DriverManager.getConnection(url);
                Connection reader = DriverManager.getConnection(url)) {
            execute(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
            long start = System.nanoTime();
            execute(writer, "BEGIN IMMEDIATE");
            execute(reader, "BEGIN");
            execute(reader, "SELECT count(*) FROM sqlite_schema");
            requireEmptyLog();
            execute(writer, "COMMIT");
            longestHoldMillis = Math.max(longestHoldMillis, (System.nanoTime() - start) / NANOS_PER_MILLI);
            copyInKernel(target);
            execute(reader, "COMMIT");
        }
    }

    private void requireEmptyLog() throws IOException {
        Path log = live.resolveSibling(live.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new IOException("somebody committed meanwhile");
        }
    }

    private void copyInKernel(Path target) throws IOException {
        try (FileChannel in = FileChannel.open(live, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            long size = in.size();
            for (long position = 0; position < size; ) {
                position += in.transferTo(position, size - position, out);
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(command)) {
                try (ResultSet rows = statement.getResultSet()) {
                    rows.next();
                }
            }
        }
    }
}
