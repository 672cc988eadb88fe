package dev.lifeboat.reliability.together;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one process does and when, a line each, handed to the system at once, so that it is there also when the process
 * is killed. The time is that of {@link System#nanoTime()}, which on Linux is the same for all processes.
 */
final class Diary implements Closeable {
    static final String BEGIN = "begin";
    static final String STAGE = "stage";
    static final String END = "end";
    static final String DONE = "done";
    /** The outcome of what nobody foresaw. */
    static final String BROKEN = "BROKEN";

    private final FileOutputStream file;
    private final AtomicLong deeds = new AtomicLong();

    Diary(Path file) throws IOException {
        this.file = new FileOutputStream(file.toFile(), true);
    }

    /** Begins a deed; its subject is a backup's name, a commit's numbers, or empty. */
    long begin(Action action, String subject) {
        long deed = deeds.incrementAndGet();
        write(deed, BEGIN, action.name(), subject);
        return deed;
    }

    /** A deed has got this far. */
    void stage(long deed, String name) {
        write(deed, STAGE, name, "");
    }

    /** A deed has ended: {@link #DONE} or a code, and what came of it. */
    void end(long deed, String outcome, String detail) {
        write(deed, END, outcome, detail);
    }

    private synchronized void write(long deed, String kind, String first, String second) {
        String line = System.nanoTime() + "\t" + deed + "\t" + kind + "\t" + first + "\t"
                + second.replace('\n', ' ').replace('\t', ' ') + "\n";
        try {
            file.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
