package dev.lifeboat.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program that backs databases up on orders from its standard input. It keeps running between two orders, so that its
 * start does not count, as that of Java does not. Not for several threads.
 */
final class Peer implements AutoCloseable {
    private static final String DONE = "ok";
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private Peer(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts the program in this folder; its complaints go to where those of this process go. */
    static Peer start(List<String> command, Path folder) throws IOException {
        return new Peer(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Which version it has, of itself and of SQLite. */
    String version() throws IOException {
        return answer("version\t\t").strip();
    }

    /** Has it do this kind of work; it is done when this returns. */
    void order(String work, Path live, Path target) throws IOException {
        answer(work + '\t' + live + '\t' + target);
    }

    private String answer(String order) throws IOException {
        orders.write(order + '\n');
        orders.flush();
        String answer = Optional.ofNullable(answers.readLine())
                .orElseThrow(() -> new IOException("it ended unasked at: " + order));
        if (!answer.startsWith(DONE)) {
            throw new IOException(answer);
        }
        return answer.substring(DONE.length());
    }

    /** Ends it, in the middle of an order too, with everything it started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Lets it end. */
    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException wanted) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
