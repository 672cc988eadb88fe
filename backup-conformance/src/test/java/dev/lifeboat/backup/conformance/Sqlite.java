package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/** One connection, whose failures are told as Lifeboat's. */
final class Sqlite implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    Sqlite(Path file, String openMode, Duration busyTimeout) throws BackupException {
        this.file = file;
        try {
            connection = DriverManager.getConnection(
                    "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?" + openMode);
            run("PRAGMA busy_timeout = " + busyTimeout.toMillis());
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    List<List<String>> rows(String sql) throws BackupException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i) == null ? "" : result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    String value(String sql) throws BackupException {
        return rows(sql).get(0).get(0);
    }

    void run(String sql, String... arguments) throws BackupException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    List<String> tables() throws BackupException {
        String sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        return rows(sql).stream().map(row -> row.get(0)).toList();
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Sqlite.class.getName()).log(System.Logger.Level.WARNING, "cannot close " + file, e);
        }
    }

    private BackupException translate(SQLException e) {
        BackupError error = switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> BackupError.DATABASE_BUSY;
            case SQLITE_NOTADB, SQLITE_CORRUPT -> BackupError.DATABASE_DAMAGED;
            case SQLITE_FULL -> BackupError.INSUFFICIENT_SPACE;
            case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN -> BackupError.PERMISSION_DENIED;
            default -> BackupError.UNKNOWN;
        };
        return new BackupException(
                error, Message.of("error.io", file.toString(), String.valueOf(e.getMessage())), file, e);
    }
}
