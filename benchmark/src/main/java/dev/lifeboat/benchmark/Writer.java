package dev.lifeboat.benchmark;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/**
 * An application that commits a thousand times a second, in a process of its own: it changes an offer and logs that. It
 * answers each line of its input with how long its commits have taken since the one before, as JSON, and ends with its
 * input.
 */
final class Writer {
    private static final int BUSY = 5;
    private static final int BUSY_MILLIS = 100;
    private static final long INTERVAL_NANOS = 1_000_000;
    /** Scatters the changes over the table; any odd number that is large would do. */
    private static final long STRIDE = 7919;

    private final String url;
    private final Commits.Recorder recorder = new Commits.Recorder();
    private volatile boolean ends;

    Writer(String live) {
        this.url = "jdbc:sqlite:" + live;
    }

    /** Takes the database's file. */
    public static void main(String[] args) throws Exception {
        new Writer(args[0]).run(new InputStreamReader(System.in, StandardCharsets.UTF_8), System.out);
    }

    /** Commits until the orders end. */
    void run(Reader orders, PrintStream answers) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            prepare(connection);
            Thread answering = new Thread(() -> answer(orders, answers), "answers");
            answering.start();
            commitInStep(connection);
            answering.join();
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
            // What SQLite recommends for write-ahead mode: the disk is forced at checkpoints.
            statement.execute("PRAGMA synchronous=NORMAL");
        }
        connection.setAutoCommit(false);
    }

    private void answer(Reader orders, PrintStream answers) {
        Gson gson = new Gson();
        try (BufferedReader lines = new BufferedReader(orders)) {
            while (lines.readLine() != null) {
                answers.println(gson.toJson(recorder.look()));
                answers.flush();
            }
        } catch (IOException gone) {
            System.err.println("The orders broke off: " + gone.getMessage());
        } finally {
            ends = true;
        }
    }

    private void commitInStep(Connection connection) throws SQLException {
        long offers = count(connection);
        try (PreparedStatement change = connection.prepareStatement("UPDATE job_offers SET fetched_at=? WHERE id=?");
                PreparedStatement log = connection.prepareStatement(
                        "INSERT INTO activity_log VALUES(NULL,'2025-01-01T00:00:00Z','writer',?,NULL,'')")) {
            long due = System.nanoTime();
            for (long round = 0; !ends; round++) {
                due += INTERVAL_NANOS;
                waitUntil(due);
                long offer = 1 + round * STRIDE % offers;
                change.setString(1, "changed " + round);
                change.setLong(2, offer);
                log.setString(1, "job.changed " + offer);
                commit(connection, change, log);
            }
        }
    }

    private void commit(Connection connection, PreparedStatement change, PreparedStatement log) throws SQLException {
        long start = System.nanoTime();
        try {
            change.executeUpdate();
            log.executeUpdate();
            connection.commit();
            recorder.succeeded(System.nanoTime() - start);
        } catch (SQLException failed) {
            if ((failed.getErrorCode() & 0xFF) != BUSY) {
                throw failed;
            }
            recorder.wasBusy();
            connection.rollback();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(id) FROM job_offers")) {
            row.next();
            long offers = row.getLong(1);
            connection.commit();
            return offers;
        }
    }

    /** One that is late commits at once, so that a long pause does not lower the number of commits. */
    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
