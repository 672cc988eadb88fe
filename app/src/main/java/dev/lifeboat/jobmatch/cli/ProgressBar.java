package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A line that shows how far work is, on a terminal and only when the work lasts longer than a second. Closing it wipes
 * the line. Called by any thread, one call at a time.
 */
final class ProgressBar implements ProgressListener, AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final Texts texts;
    private final boolean visible;
    private final LongSupplier nanoTime;
    private final long startedNanos;
    private long drawnNanos;
    private int drawnLength;

    ProgressBar(Terminal terminal, Texts texts, boolean visible, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.texts = texts;
        this.visible = visible;
        this.nanoTime = nanoTime;
        this.startedNanos = nanoTime.getAsLong();
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        long now = nanoTime.getAsLong();
        if (!visible || now - startedNanos < PATIENCE_NANOS || drawnLength > 0 && now - drawnNanos < PAUSE_NANOS) {
            return;
        }
        drawnNanos = now;
        draw(line(progress));
    }

    /** Wipes the line. */
    @Override
    public synchronized void close() {
        if (drawnLength > 0) {
            draw("");
            draw("");
        }
    }

    private String line(Progress progress) {
        int filled = WIDTH * progress.percent() / 100;
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        return texts.of(
                "progress", bar, progress.percent(), progress.stage().text().in(texts.locale()));
    }

    private void draw(String line) {
        String wiped = " ".repeat(Math.max(0, drawnLength - line.length()));
        new Printer(terminal.err(), terminal.charset(), false).prepared("\r" + line + wiped);
        drawnLength = line.length();
    }
}
