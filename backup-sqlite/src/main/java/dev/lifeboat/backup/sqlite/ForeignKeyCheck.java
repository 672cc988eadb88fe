package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;

/**
 * Counts the rows that refer to what is not there. They are the application's matter: a backup of them is a good one.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_foreign_key_check">PRAGMA foreign_key_check</a>
 */
final class ForeignKeyCheck {
    private static final String ALL = "PRAGMA foreign_key_check";

    private ForeignKeyCheck() {}

    /** A warning for each table that has such rows. */
    static List<Message> warnings(SQLiteConnection connection) throws SQLException {
        return read(connection, ALL);
    }

    /** The same for one table. */
    static List<Message> warnings(SQLiteConnection connection, Schema.Table table) throws SQLException {
        return read(connection, ALL + "(" + table.quotedName() + ")");
    }

    private static List<Message> read(SQLiteConnection connection, String command) throws SQLException {
        Map<String, Long> broken = new LinkedHashMap<>();
        List<Message> warnings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(command)) {
            while (rows.next()) {
                broken.merge(rows.getString(1), 1L, Long::sum);
            }
        } catch (SQLException failure) {
            if (!SqliteErrors.isBeyondReach(failure)) {
                throw failure;
            }
            warnings.add(Message.of("warning.not-checked", "foreign_key_check", SqliteErrors.reason(failure)));
        }
        broken.forEach((table, rows) -> warnings.add(Message.of("warning.foreign-keys", table, rows)));
        return warnings;
    }
}
