package dev.lifeboat.backup.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Opens databases by URI, so that no character of a path is taken for an option, and each for one purpose only. */
final class SqliteConnections {
    /** Above this size the tables' upper pages outgrow an ordinary cache; below it a larger one only costs time. */
    private static final long LARGE_BYTES = 64L << 20;

    private static final int CACHE_KIB = 2000;
    private static final int LARGE_CACHE_KIB = 8192;

    private static final long MAX_VALUE_BYTES = 1_000_000_000;
    private static final long MIN_VALUE_BYTES = 1_000_000;
    private static final String SHARED = "mode=rw&cache=shared";

    private SqliteConnections() {}

    /**
     * The live database for reading: creates nothing, checkpoints nothing, rolls nothing back. With a cache of its own,
     * so that its transactions hold locks on the file also when the host's connections share theirs.
     */
    static SQLiteConnection readOnly(Path database, Duration busyTimeout) throws SQLException {
        return open(database, "mode=ro&cache=private", busyTimeout);
    }

    /** The live database as an application opens it; must exist. */
    static SQLiteConnection readWrite(Path database, Duration busyTimeout) throws SQLException {
        return open(database, "mode=rw", busyTimeout);
    }

    /** The live database after a backup that may come from anybody took its place. */
    static SQLiteConnection replaced(Path database, Duration busyTimeout) throws SQLException {
        SQLiteConnection connection = readWrite(database, busyTimeout);
        try {
            distrust(connection, database);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** A file that nobody changes, without looking at anything beside it; as untrusted input. */
    static SQLiteConnection immutable(Path file) throws SQLException {
        return cautious(file, "mode=ro&immutable=1");
    }

    /**
     * A copy that this process has just made and that nobody else knows. SQLite leaves CHECK constraints out when it
     * reads the schema of a file that it may not write; here it may, but is told not to.
     */
    static SQLiteConnection ownCopy(Path file) throws SQLException {
        return cautious(file, "mode=rw&nolock=1");
    }

    private static SQLiteConnection cautious(Path file, String parameters) throws SQLException {
        SQLiteConnection connection = open(file, parameters, Duration.ZERO);
        try (Statement statement = connection.createStatement()) {
            distrust(connection, file);
            statement.execute("PRAGMA cell_size_check=ON");
            statement.execute("PRAGMA query_only=ON");
            setCacheForLarge(connection, file, CACHE_KIB);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        return connection;
    }

    /** For checks that look up rows at random places, where most of the time of a large file goes. */
    static void expectLookUps(SQLiteConnection connection, Path file) throws SQLException {
        setCacheForLarge(connection, file, LARGE_CACHE_KIB);
    }

    /** A file can ask for a cache of any size; that of a small one does not grow beyond the file. */
    private static void setCacheForLarge(SQLiteConnection connection, Path file, int kib) throws SQLException {
        if (SqliteFiles.size(file) > LARGE_BYTES) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA cache_size=-" + kib);
            }
        }
    }

    private static void distrust(SQLiteConnection connection, Path file) throws SQLException {
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, longestValue(file));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema=OFF");
        }
    }

    /**
     * No value in a file is longer than the file. A schema can ask for longer ones to be computed, once for every row,
     * and nothing interrupts SQLite within one function. A megabyte more is a matter of a millisecond.
     */
    private static int longestValue(Path file) {
        return (int) Math.min(MAX_VALUE_BYTES, MIN_VALUE_BYTES + SqliteFiles.size(file));
    }

    /**
     * A new file that may be lost at any moment: neither journalled nor forced, on every connection that opens its
     * {@link #sharedUri}.
     */
    static SQLiteConnection unsafeShared(Path file) throws SQLException {
        SQLiteConnection connection = open(file, SHARED, Duration.ZERO);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=OFF");
            statement.execute("PRAGMA synchronous=OFF");
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
        return connection;
    }

    /** The name under which SQLite opens a file with the page cache that the process has for it already. */
    static String sharedUri(Path file) {
        return uri(file, SHARED);
    }

    /** The first column of the only row. */
    static String single(SQLiteConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    private static SQLiteConnection open(Path file, String parameters, Duration busyTimeout) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", String.valueOf(busyTimeout.toMillis()));
        return JDBC.createConnection("jdbc:sqlite:" + uri(file, parameters), properties);
    }

    private static String uri(Path file, String parameters) {
        return "file:" + file.toUri().getRawPath() + "?" + parameters;
    }
}
