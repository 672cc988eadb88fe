package dev.lifeboat.jobmatch.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A small SQLite database with one table of jobs, as somebody else's application might have it. */
final class JobDatabase {
    private final Path file;

    private JobDatabase(Path file) {
        this.file = file;
    }

    /** A new one at schema version 6 with these jobs. */
    static JobDatabase create(Path file, String... titles) throws SQLException {
        JobDatabase database = new JobDatabase(file);
        database.execute("CREATE TABLE jobs(id INTEGER PRIMARY KEY, title TEXT NOT NULL)", "PRAGMA user_version = 6");
        for (String title : titles) {
            database.add(title);
        }
        return database;
    }

    /** The file's path as a word of a command. */
    String path() {
        return file.toString();
    }

    /** Adds a job. */
    void add(String title) throws SQLException {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO jobs(title) VALUES (?)")) {
            insert.setString(1, title);
            insert.executeUpdate();
        }
    }

    /** All jobs in the order they were added. */
    List<String> titles() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT title FROM jobs ORDER BY id")) {
            List<String> titles = new ArrayList<>();
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
            return titles;
        }
    }

    /** Runs statements one after the other. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A connection that keeps everybody else out until it is closed. */
    Connection lock() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
        }
        return connection;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
