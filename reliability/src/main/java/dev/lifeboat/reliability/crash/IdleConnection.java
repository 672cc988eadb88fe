package dev.lifeboat.reliability.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A second process that has the database open and does nothing with it. */
final class IdleConnection implements AutoCloseable {
    private final Process shell;

    private IdleConnection(Process shell) {
        this.shell = shell;
    }

    /** Opens the database and has read from it once. */
    static IdleConnection to(Path database) throws IOException {
        Process shell = new ProcessBuilder("sqlite3", database.toString())
                .redirectErrorStream(true)
                .start();
        IdleConnection connection = new IdleConnection(shell);
        Writer words = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8);
        words.write("SELECT count(*) FROM jobs;\n");
        words.flush();
        String answer =
                new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (answer == null || !answer.matches("\\d+")) {
            connection.close();
            throw new IOException("sqlite3 says " + answer + " about " + database);
        }
        return connection;
    }

    @Override
    public void close() {
        shell.destroyForcibly();
        shell.onExit().join();
    }
}
