package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** SQLite as another process sees and changes a database. */
record SqliteShell(Path database) {
    /** Runs statements; returns what they print, without the last line break. */
    String run(String sql) throws IOException {
        Process shell = new ProcessBuilder("sqlite3", "-bail", database.toString(), sql)
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(exitCode(shell)).as(printed).isZero();
        return printed;
    }

    /** Begins to write and holds the lock until closed. */
    Lock lock() throws IOException {
        Process shell = new ProcessBuilder("sqlite3", database.toString())
                .redirectErrorStream(true)
                .start();
        Writer input = shell.outputWriter(StandardCharsets.UTF_8);
        input.write("BEGIN IMMEDIATE;\nSELECT 'locked';\n");
        input.flush();
        BufferedReader output = shell.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("locked");
        return () -> {
            input.close();
            assertThat(exitCode(shell)).isZero();
        };
    }

    /** A lock that is held. */
    @FunctionalInterface
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private static int exitCode(Process shell) {
        try {
            return shell.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
