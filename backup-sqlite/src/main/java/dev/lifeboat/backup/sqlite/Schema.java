package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** Reads what a database says about itself. */
final class Schema {
    private static final int MAX_ROWS = 100_000;

    private Schema() {}

    /**
     * A table, virtual ones and their shadows included.
     *
     * @param name as it was created
     * @param isVirtual whether a module reads it, and with it whatever the module was told to read
     */
    record Table(String name, boolean isVirtual) {
        String quotedName() {
            return quote(name);
        }

        /** Whether SQLite made it for itself, so that people need not see it. */
        boolean isInternal() {
            return name.startsWith("sqlite_");
        }
    }

    /** All tables in the order they were created. */
    static List<Table> tables(SQLiteConnection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, rootpage FROM sqlite_schema WHERE type='table' ORDER BY rowid")) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getLong(2) == 0));
            }
        }
        return tables;
    }

    /** The number of rows in a table. */
    static long count(SQLiteConnection connection, String table) throws SQLException {
        return Long.parseLong(SqliteConnections.single(connection, "SELECT count(*) FROM " + quote(table)));
    }

    /**
     * About how many times a full check looks up a row of this table in an index, which takes most of its time: by the
     * largest row number, because rows are seldom deleted. Where rows have none they are counted, and the primary key
     * is no index but the table itself.
     */
    static long guessLookups(SQLiteConnection connection, Table table) throws SQLException {
        if (table.isVirtual()) {
            return 0;
        }
        String list = "SELECT count(*) FROM pragma_index_list('" + table.name().replace("'", "''") + "')";
        long indexes = Long.parseLong(SqliteConnections.single(connection, list));
        try {
            // An ordinary column may be called so, and hold anything.
            String last = "SELECT coalesce(CAST(max(rowid) AS INTEGER), 0) FROM " + table.quotedName();
            return indexes * Long.parseLong(SqliteConnections.single(connection, last));
        } catch (SQLException noRowNumbers) {
            return (indexes - 1) * count(connection, table.name());
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The version by the host's reader or, when there is none or it finds nothing, {@code PRAGMA user_version}. */
    static Optional<SchemaVersion> version(SQLiteConnection connection, BackupConfiguration configuration, Path file)
            throws BackupException {
        try {
            if (configuration.schemaVersionReader().isPresent()) {
                Optional<SchemaVersion> version =
                        configuration.schemaVersionReader().get().read(sql -> rows(connection, sql, file));
                if (version.isPresent()) {
                    return version;
                }
            }
            long number = Long.parseLong(SqliteConnections.single(connection, "PRAGMA user_version"));
            return Optional.of(new SchemaVersion(String.valueOf(Math.max(number, 0)), SchemaVersion.USER_VERSION));
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, file);
        } catch (RuntimeException readerCannotCope) {
            throw unreadable(String.valueOf(readerCannotCope.getMessage()), file, readerCannotCope);
        }
    }

    private static BackupException unreadable(String reason, Path file, Exception cause) {
        return new BackupException(BackupError.UNKNOWN, Message.of("error.io", file.toString(), reason), file, cause);
    }

    private static List<List<String>> rows(SQLiteConnection connection, String sql, Path file) throws BackupException {
        List<List<String>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next() && all.size() < MAX_ROWS) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String value = rows.getString(i);
                    row.add(value == null ? "" : value);
                }
                all.add(row);
            }
            return all;
        } catch (SQLException failure) {
            if (SqliteErrors.code(failure) == SqliteErrors.ERROR) {
                throw unreadable(SqliteErrors.reason(failure), file, failure);
            }
            throw SqliteErrors.translate(failure, file);
        }
    }
}
