package dev.lifeboat.ui;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.awt.EventQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Brings progress to the event dispatch thread; what it cannot show in time is skipped, never queued up. */
final class ProgressRelay implements ProgressListener {
    private final AtomicReference<Progress> latest = new AtomicReference<>();
    private final Consumer<Progress> display;
    private volatile boolean cancelled;

    ProgressRelay(Consumer<Progress> display) {
        this.display = display;
    }

    @Override
    public void onProgress(Progress progress) {
        if (latest.getAndSet(progress) == null) {
            EventQueue.invokeLater(() -> display.accept(latest.getAndSet(null)));
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
