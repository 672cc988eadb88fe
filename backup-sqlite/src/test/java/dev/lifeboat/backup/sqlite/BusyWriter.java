package dev.lifeboat.backup.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that moves amounts from table a to table b about a thousand times a second, so that their sum is the same
 * after every commit.
 */
final class BusyWriter implements AutoCloseable {
    static final long SUM = 1_000_000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BUSY_MILLIS = 100;

    private final Process process;
    private final BufferedReader answers;

    private BusyWriter(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The tables it writes to, with enough beside them that a copy takes a while. */
    static Path database(Path file, String journalMode, int megabytes) throws SQLException {
        return Sql.run(
                file,
                "PRAGMA journal_mode = " + journalMode,
                "CREATE TABLE a (n INTEGER)",
                "CREATE TABLE b (n INTEGER)",
                "CREATE TABLE moves (id INTEGER PRIMARY KEY, amount INTEGER)",
                "INSERT INTO a VALUES (" + SUM + ")",
                "INSERT INTO b VALUES (0)",
                "CREATE TABLE bulk (x BLOB)",
                "INSERT INTO bulk " + DatabaseKind.numbers(megabytes * 10) + "SELECT randomblob(100000) FROM n");
    }

    /** Starts it and waits for its first commits. */
    static BusyWriter on(Path database) throws IOException {
        BusyWriter writer = new BusyWriter(ChildJvm.of(BusyWriter.class, List.of(), List.of(database.toString()))
                .start());
        writer.answers.readLine();
        return writer;
    }

    /**
     * What it did until it was stopped.
     *
     * @param commits successful transactions
     * @param refused transactions that got no lock within a tenth of a second
     */
    record Outcome(long commits, long refused) {}

    /** Stops it after its current transaction. */
    Outcome stop() throws IOException {
        process.getOutputStream().close();
        String[] numbers = answers.readLine().split(" ");
        return new Outcome(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    @Override
    public void close() throws IOException {
        ChildJvm.kill(process);
    }

    /** The writing process; ends when its input does. */
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
            statement.execute("PRAGMA synchronous = OFF");
            AtomicBoolean ended = new AtomicBoolean();
            new Thread(() -> awaitEndOfInput(ended), "input").start();
            long commits = 0;
            long refused = 0;
            long next = System.nanoTime();
            while (!ended.get()) {
                if (!move(statement, commits)) {
                    refused++;
                } else if (++commits == 20) {
                    System.out.println("running");
                }
                next = Math.max(next + PAUSE_NANOS, System.nanoTime() - 10 * PAUSE_NANOS);
                LockSupport.parkNanos(next - System.nanoTime());
            }
            System.out.println(commits + " " + refused);
        }
    }

    private static void awaitEndOfInput(AtomicBoolean ended) {
        try {
            System.in.read();
        } catch (IOException closed) {
            // That is an end, too.
        }
        ended.set(true);
    }

    private static boolean move(Statement statement, long number) throws SQLException {
        try {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("UPDATE a SET n = n - " + number % 7);
            statement.execute("UPDATE b SET n = n + " + number % 7);
            statement.execute("INSERT INTO moves (amount) VALUES (" + number % 7 + ")");
            statement.execute("COMMIT");
            return true;
        } catch (SQLException busy) {
            if (!busy.getMessage().contains("BUSY")) {
                throw busy;
            }
            rollBack(statement);
            return false;
        }
    }

    private static void rollBack(Statement statement) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException notBegun) {
            // BEGIN itself was refused.
        }
    }
}
