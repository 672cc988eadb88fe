package dev.lifeboat.backup.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements on database files, each call on a connection of its own, as an application would. */
final class Sql {
    private Sql() {}

    /** Opens a database, which is created when it is missing. */
    static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath());
    }

    /** Runs the statements one after the other and returns the file. */
    static Path run(Path file, String... statements) throws SQLException {
        try (Connection connection = open(file)) {
            run(connection, statements);
        }
        return file;
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of every row, as text. */
    static List<String> column(Path file, String query) throws SQLException {
        try (Connection connection = open(file)) {
            return column(connection, query);
        }
    }

    static List<String> column(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** The only value of a query. */
    static String value(Path file, String query) throws SQLException {
        return column(file, query).get(0);
    }

    /** Gives an object another definition, as a SQLite with other extensions would have made it. */
    static void rewriteSchema(Path file, String name, String sql) throws SQLException {
        run(
                file,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = '" + sql.replace("'", "''") + "' WHERE name = '" + name + "'");
    }

    /** A name as SQL writes it, whatever is in it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
