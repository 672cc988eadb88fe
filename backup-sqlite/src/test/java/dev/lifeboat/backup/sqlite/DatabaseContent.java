package dev.lifeboat.backup.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that is in a database, row by row, so that two can be compared whatever pages it lies in: every table with its
 * internal and shadow ones, hidden and generated columns, row ids, the schema's own text and what the header keeps for
 * the application.
 *
 * @param settings what the header says
 * @param schema every object and its SQL
 * @param rows the rows per table, each as text that tells types apart; of big tables a number and a checksum
 */
record DatabaseContent(Map<String, String> settings, List<String> schema, Map<String, List<String>> rows) {
    private static final int SHOWN_ROWS = 500;
    private static final List<String> SETTINGS = List.of("encoding", "application_id", "user_version", "auto_vacuum");

    /** Reads a database as an application would. */
    static DatabaseContent of(Path file) throws SQLException {
        try (Connection connection = Sql.open(file)) {
            return of(connection);
        }
    }

    /** Reads a finished backup, without a look at or a trace of side files. */
    static DatabaseContent ofBackup(Path file) throws SQLException {
        String url = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1";
        try (Connection connection = DriverManager.getConnection(url)) {
            return of(connection);
        }
    }

    static DatabaseContent of(Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        for (String name : SETTINGS) {
            settings.put(name, Sql.column(connection, "PRAGMA " + name).get(0));
        }
        List<String> schema = Sql.column(
                connection,
                "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : Sql.column(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")) {
            rows.put(table, rows(connection, table));
        }
        return new DatabaseContent(settings, schema, rows);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        if (hasRowId(connection, table)) {
            columns.add("rowid");
        }
        String literal = "'" + table.replace("'", "''") + "'";
        Sql.column(connection, "SELECT name FROM pragma_table_xinfo(" + literal + ") WHERE hidden IN (0, 2, 3)")
                .forEach(column -> columns.add(Sql.quoted(column)));
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + Sql.quoted(table))) {
            return read(result, columns.size());
        } catch (SQLException failure) {
            return List.of("unreadable: " + failure.getMessage());
        }
    }

    private static List<String> read(ResultSet result, int columns) throws SQLException {
        MessageDigest digest = sha256();
        List<String> shown = new ArrayList<>();
        long count = 0;
        while (result.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
                row.append(i == 1 ? "" : " | ").append(text(result.getObject(i)));
            }
            digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            if (count++ < SHOWN_ROWS) {
                shown.add(row.toString());
            }
        }
        return count <= SHOWN_ROWS
                ? shown
                : List.of(count + " rows", HexFormat.of().formatHex(digest.digest()));
    }

    private static String text(Object value) {
        if (value instanceof byte[] blob) {
            boolean small = blob.length <= 64;
            HexFormat hex = HexFormat.of();
            return "blob "
                    + (small ? hex.formatHex(blob) : blob.length + " bytes " + hex.formatHex(sha256().digest(blob)));
        }
        if (value instanceof Double number) {
            return "real " + number;
        }
        if (value instanceof Number number) {
            return "integer " + number.longValue();
        }
        return value == null ? "null" : "text " + value;
    }

    private static boolean hasRowId(Connection connection, String table) {
        try {
            Sql.column(connection, "SELECT rowid FROM " + Sql.quoted(table) + " LIMIT 1");
            return true;
        } catch (SQLException withoutRowId) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
