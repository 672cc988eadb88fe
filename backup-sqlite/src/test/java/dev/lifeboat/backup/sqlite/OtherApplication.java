package dev.lifeboat.backup.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Another process with one connection to a database, which does what it is told until it is closed or killed. */
final class OtherApplication implements AutoCloseable {
    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private OtherApplication(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, waits for its connection and runs the first statements. */
    static OtherApplication connectedTo(Path database, String... statements) throws IOException {
        OtherApplication started =
                new OtherApplication(ChildJvm.of(OtherApplication.class, List.of(), List.of(database.toString()))
                        .start());
        started.run(statements);
        return started;
    }

    /** Runs statements, each of which must succeed; returns the last one's first column, rows joined by commas. */
    String run(String... statements) throws IOException {
        String answer = "";
        for (String sql : statements) {
            answer = tell(sql);
            if (answer.startsWith("failed")) {
                throw new IOException(sql + ": " + answer);
            }
        }
        return answer;
    }

    /** Runs one statement of one line and returns what came of it, "failed" with the reason included. */
    String tell(String sql) throws IOException {
        orders.println(sql);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the other application has ended");
        }
        return answer;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws IOException {
        ChildJvm.kill(process);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /** The other process: one statement per line in, one answer per line out. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            for (String sql = orders.readLine(); sql != null; sql = orders.readLine()) {
                System.out.println(answer(statement, sql));
            }
        }
    }

    private static String answer(Statement statement, String sql) {
        try {
            if (!statement.execute(sql)) {
                return "ok";
            }
            StringBuilder values = new StringBuilder();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    values.append(values.isEmpty() ? "" : ",").append(rows.getString(1));
                }
            }
            return values.toString();
        } catch (SQLException failure) {
            return "failed: " + failure.getMessage();
        }
    }
}
