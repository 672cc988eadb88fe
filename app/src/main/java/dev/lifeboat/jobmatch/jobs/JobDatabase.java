package dev.lifeboat.jobmatch.jobs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The database file, and the only place that opens connections to it: with foreign keys enforced, in write-ahead mode,
 * and waiting a while for other writers.
 *
 * <p>Never creates the file: a missing one is for the start-up sequence to notice. Connections that are not in use are
 * kept for the next work. Safe for use by several threads; work blocks on files, so keep it off the EDT. All open
 * connections share one SQLite database, where one writes at a time and all read.
 *
 * @see <a href="https://www.sqlite.org/wal.html">SQLite write-ahead logging</a>
 */
public final class JobDatabase implements AutoCloseable {
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

    private final Path file;
    private final ReadWriteLock use = new ReentrantReadWriteLock(true);
    private final Deque<Connection> idle = new ArrayDeque<>();

    /** The database in this file. Opens nothing yet. */
    public JobDatabase(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /**
     * Does something with a connection, each statement a transaction of its own; for reading, and for single changes.
     *
     * @return the work's answer
     * @throws SQLException if the file is missing or no database, and whatever the work throws
     */
    public <T> T with(Work<T> work) throws SQLException {
        try (Session session = open(false)) {
            return work.on(session.connection());
        }
    }

    /**
     * Does something in one transaction that is committed if the work returns and rolled back if it throws.
     *
     * @return the work's answer
     * @throws SQLException as {@link #begin} does, and whatever the work throws
     */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Session session = begin()) {
            T answer = work.on(session.connection());
            session.commit();
            return answer;
        }
    }

    /**
     * Begins a transaction, for work that fails with more than an {@link SQLException}. From its first statement on
     * nobody else writes until the session is closed; another transaction inside of it would wait in vain.
     *
     * @return to be closed by the same thread
     * @throws SQLException if the file is missing or no database
     */
    public Session begin() throws SQLException {
        return open(true);
    }

    /**
     * Waits for work that runs, closes all connections and lets nobody open one until the pause is closed, such as for
     * a restore. Work that waited then sees the file that is there.
     *
     * @return to be closed by the same thread
     * @throws SQLException if a connection cannot be closed; there is no pause then
     */
    public Pause pause() throws SQLException {
        use.writeLock().lock();
        try {
            close();
        } catch (SQLException failure) {
            use.writeLock().unlock();
            throw failure;
        }
        return use.writeLock()::unlock;
    }

    /** Waits for work that runs and closes all connections. Work that comes later opens them again. */
    @Override
    public void close() throws SQLException {
        use.writeLock().lock();
        try {
            synchronized (idle) {
                while (!idle.isEmpty()) {
                    idle.pop().close();
                }
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private Session open(boolean transaction) throws SQLException {
        use.readLock().lock();
        try {
            Connection connection = borrow();
            try {
                connection.setAutoCommit(!transaction);
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            }
            return new Session(connection);
        } catch (SQLException failure) {
            use.readLock().unlock();
            throw failure;
        }
    }

    private Connection borrow() throws SQLException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT.toMillis()));
        properties.setProperty("foreign_keys", "true");
        properties.setProperty("journal_mode", "WAL");
        // A transaction that begins as a reader cannot become a writer when somebody else wrote in between.
        properties.setProperty("transaction_mode", "IMMEDIATE");
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=rw", properties);
    }

    /** A connection in use, until it is closed; then what was not committed is rolled back. For one thread. */
    public final class Session implements AutoCloseable {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        /** The connection; not to be closed, nor used after the session. */
        public Connection connection() {
            return connection;
        }

        /**
         * Makes durable what was done so far, and begins another transaction.
         *
         * @throws SQLException if it could not be; all of it is undone when the session is closed
         */
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                synchronized (idle) {
                    idle.push(connection);
                }
            } catch (SQLException failure) {
                connection.close();
                throw failure;
            } finally {
                use.readLock().unlock();
            }
        }
    }

    /** What to do with a connection. It must not be closed, nor used later. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** A time without connections. */
    @FunctionalInterface
    public interface Pause extends AutoCloseable {
        @Override
        void close();
    }
}
