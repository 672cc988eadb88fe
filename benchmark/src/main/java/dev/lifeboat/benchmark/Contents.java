package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds, to see that a contestant did what it was timed for.
 *
 * @param rows rows by table
 */
record Contents(Map<String, Long> rows) {
    static Contents of(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            Map<String, Long> rows = new TreeMap<>();
            for (String table : column(statement, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
                rows.put(
                        table,
                        Long.valueOf(column(statement, "SELECT count(*) FROM \"" + table + '"')
                                .get(0)));
            }
            return new Contents(rows);
        }
    }

    /**
     * Looks whether a finished copy holds the same and is sound.
     *
     * @throws IOException if not
     */
    void requireIn(Path copy) throws SQLException, IOException {
        Map<String, Long> found = of(copy).rows();
        if (!found.equals(rows)) {
            throw new IOException(copy + " holds " + found + " instead of " + rows);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement()) {
            List<String> findings = column(statement, "PRAGMA integrity_check");
            if (!findings.equals(List.of("ok"))) {
                throw new IOException(copy + " is damaged: " + findings.get(0));
            }
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }
}
