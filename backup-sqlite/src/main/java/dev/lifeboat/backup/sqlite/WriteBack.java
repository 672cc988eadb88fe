package dev.lifeboat.backup.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sqlite.SQLiteConnection;

/**
 * Writes the log of a database back into its main file, as far as readers allow, on a connection and a thread of its
 * own. Closing it waits for its end.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_wal_checkpoint">PRAGMA wal_checkpoint</a>
 */
final class WriteBack implements AutoCloseable {
    private final CompletableFuture<Void> work;

    private WriteBack(CompletableFuture<Void> work) {
        this.work = work;
    }

    /** Starts it; where there is no log there is nothing to do. */
    static WriteBack start(Path database, Duration busyTimeout) {
        return new WriteBack(
                SqliteFiles.walSize(database) == 0
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(
                                () -> run(database, busyTimeout), work -> new Thread(work, "lifeboat-log").start()));
    }

    private static void run(Path database, Duration busyTimeout) {
        try (SQLiteConnection connection = SqliteConnections.readWrite(database, busyTimeout)) {
            SqliteConnections.single(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    /** Waits for its end; a failure to force what was written is final, although trying again would find no fault. */
    void await() throws SQLException {
        try {
            work.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        work.exceptionally(failure -> null).join();
    }
}
