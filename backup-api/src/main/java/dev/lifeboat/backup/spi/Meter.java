package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Stage;
import java.util.function.BooleanSupplier;

/**
 * Turns the steps of one operation into a percentage of the whole that never goes back, and passes it on when it
 * changes. The listener hears one call at a time, whichever thread measures.
 */
final class Meter {
    private static final long REPORT_NANOS = 250_000_000;

    private final Operation operation;
    private final ProgressListener listener;
    private final OperationLock lock;
    private final OperationRun run;
    private Stage stage = Stage.PREPARING;
    private int percent = -1;
    private long lastReport;

    /** Reports to the listener, and to other processes through the lock. */
    Meter(Operation operation, ProgressListener listener, OperationLock lock, OperationRun run) {
        this.run = run;
        this.operation = operation;
        this.listener = listener;
        this.lock = lock;
    }

    /** A stage has begun. */
    void begin(Stage newStage, int atPercent) {
        advance(newStage, atPercent);
    }

    /** A step that takes the whole from one percentage to another; its stage begins with its first progress. */
    Monitor step(Stage stepStage, int from, int to) {
        return step(stepStage, from, to, () -> true);
    }

    /** The same for a step that is not shown while another one is. */
    Monitor step(Stage stepStage, int from, int to, BooleanSupplier shown) {
        return new Monitor() {
            @Override
            public void progress(long done, long total) {
                if (shown.getAsBoolean()) {
                    advance(stepStage, from + (int) ((to - from) * Math.min(done, total) / Math.max(total, 1)));
                }
            }

            @Override
            public boolean isCancelled() {
                return run.isStopping() || operation == Operation.VERIFY && listener.isCancelled();
            }
        };
    }

    private synchronized void advance(Stage newStage, int newPercent) {
        boolean stageChanged = newStage != stage;
        if (newPercent <= percent && !stageChanged) {
            return;
        }
        percent = Math.max(percent, newPercent);
        stage = newStage;
        Progress progress = new Progress(operation, stage, percent);
        if (stageChanged || System.nanoTime() - lastReport > REPORT_NANOS) {
            lastReport = System.nanoTime();
            lock.report(progress);
        }
        try {
            listener.onProgress(progress);
        } catch (RuntimeException displayFailed) {
            System.getLogger(Meter.class.getName())
                    .log(System.Logger.Level.WARNING, "a progress listener failed", displayFailed);
        }
    }
}
