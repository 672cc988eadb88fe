package dev.lifeboat.reliability.together;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The commit that a database holds last. Every commit changes some of the rows and, in the same transaction, the
 * checksum over all of them, so that a mixture of two states gives itself away.
 *
 * @param token the commit's own number
 * @param parent the number of the commit that it was made upon
 * @param generation one more than the parent's
 */
record Head(long token, long parent, long generation) {
    private static final int ROWS = 240;
    private static final int PART = 7;

    /** What was there before any commit. */
    static final Head FIRST = new Head(0, 0, 0);

    /** A database that holds the first. */
    static void create(Path database, String journalMode) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = " + journalMode);
            statement.execute("CREATE TABLE rows(id INTEGER PRIMARY KEY, number INTEGER, text TEXT)");
            statement.execute(
                    "CREATE TABLE state(token INTEGER, parent INTEGER, generation INTEGER, checksum INTEGER)");
            statement.execute("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                    + ") INSERT INTO rows SELECT i, 0, printf('%.500d', 0) FROM n");
            statement.execute("INSERT INTO state VALUES (0, 0, 0, 0)");
        }
    }

    /** Changes the database within the transaction that is open to the next generation. */
    Head follow(Statement statement, long newToken) throws SQLException {
        statement.execute("UPDATE rows SET number = " + newToken + " + id, text = printf('%.500d', " + newToken
                + " + id) WHERE id % " + PART + " = " + newToken % PART);
        // Now and then a row comes or goes.
        statement.execute(
                newToken % PART == 0
                        ? "INSERT INTO rows(number, text) VALUES (" + newToken + ", printf('%.500d', " + newToken + "))"
                        : "DELETE FROM rows WHERE id > " + (ROWS + newToken % ROWS));
        Head next = new Head(newToken, token, generation + 1);
        statement.execute("UPDATE state SET token = " + next.token + ", parent = " + next.parent + ", generation = "
                + next.generation + ", checksum = (SELECT total(id * number) FROM rows)");
        return next;
    }

    /**
     * What a database holds, after everything in it was checked.
     *
     * @throws SQLException also when it holds a mixture
     */
    static Head read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT token, parent, generation,"
                + " checksum = (SELECT total(id * number) FROM rows),"
                + " (SELECT count(*) FROM rows WHERE text <> printf('%.500d', number)) FROM state")) {
            Head head = new Head(row.getLong(1), row.getLong(2), row.getLong(3));
            if (row.getInt(4) != 1 || row.getInt(5) != 0) {
                throw new SQLException("a mixture: " + head + ", " + row.getInt(5) + " rows of another state");
            }
            return head;
        }
    }

    /** The same for a file that nobody changes, including its structure. */
    static Head ofBackup(Path file) throws SQLException {
        return checked("jdbc:sqlite:file:" + file + "?immutable=1");
    }

    /** The same for a database that others may use. */
    static Head ofDatabase(Path database) throws SQLException {
        return checked("jdbc:sqlite:" + database);
    }

    private static Head checked(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                if (!check.getString(1).equals("ok")) {
                    throw new SQLException("damaged: " + check.getString(1));
                }
            }
            return read(statement);
        }
    }
}
