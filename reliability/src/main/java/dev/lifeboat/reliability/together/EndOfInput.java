package dev.lifeboat.reliability.together;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells that whoever started this process wants it to end, or is gone. */
final class EndOfInput {
    private final AtomicBoolean reached = new AtomicBoolean();

    private EndOfInput() {}

    /** Begins to watch. */
    static EndOfInput watched() {
        EndOfInput end = new EndOfInput();
        Thread watcher = new Thread(end::watch, "input");
        watcher.setDaemon(true);
        watcher.start();
        return end;
    }

    boolean reached() {
        return reached.get();
    }

    private void watch() {
        try {
            while (System.in.read() >= 0) {
                // What is said does not matter.
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            reached.set(true);
        }
    }
}
