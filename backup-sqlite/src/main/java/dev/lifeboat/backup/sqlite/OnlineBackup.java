package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.spi.Monitor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConnection;

/**
 * SQLite's online backup from an open connection into a file. The destination is written in one transaction of its own,
 * so it keeps its old content unless the copy is complete.
 *
 * @see <a href="https://www.sqlite.org/backup.html">SQLite online backup</a>
 */
final class OnlineBackup {
    private static final int STEP_BYTES = 8 << 20;
    private static final int MIN_STEP_PAGES = 64;
    private static final int RETRY_MILLIS = 20;
    private static final int ALL_PAGES = -1;

    private OnlineBackup() {}

    /**
     * Copies in large steps; the caller has pinned the source by an open read transaction. Returns SQLite's result
     * code, 0 for success.
     *
     * <p>The driver opens the target itself, with a rollback journal and forced writes, which a file that is thrown
     * away after a failure does not need. A connection that is opened first and shares its page cache with the driver's
     * spares it both; where SQLite was built without shared caches the copy is merely slower.
     *
     * @see <a href="https://www.sqlite.org/sharedcache.html">SQLite shared cache</a>
     */
    static int copy(SQLiteConnection source, int pageSize, Path target, Duration patience, Monitor monitor)
            throws SQLException {
        int tries = (int) Math.max(1, patience.toMillis() / RETRY_MILLIS);
        try (SQLiteConnection settings = SqliteConnections.unsafeShared(target)) {
            String uri = SqliteConnections.sharedUri(target);
            return run(source, uri, tries, monitor, Math.max(MIN_STEP_PAGES, STEP_BYTES / pageSize));
        }
    }

    /**
     * Copies in a single step over a database that others may have open. Does not wait for them: what they commit
     * meanwhile would be lost. Returns SQLite's result code, 0 for success.
     */
    static int replace(SQLiteConnection source, Path target, Monitor monitor) throws SQLException {
        return run(source, target.toString(), 0, monitor, ALL_PAGES);
    }

    private static int run(SQLiteConnection source, String target, int tries, Monitor monitor, int pagesPerStep)
            throws SQLException {
        return source.getDatabase()
                .backup(
                        "main",
                        target,
                        (remaining, total) -> monitor.progress(total - remaining, Math.max(total, 1)),
                        RETRY_MILLIS,
                        tries,
                        pagesPerStep);
    }
}
