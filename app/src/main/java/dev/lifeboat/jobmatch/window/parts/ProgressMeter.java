package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.jobmatch.jobs.Progress;
import java.util.concurrent.CancellationException;

/**
 * How far work in the background is. The work tells it, windows look at it now and then, so that no number of steps
 * floods them. Safe for use by several threads.
 */
public final class ProgressMeter implements Progress {
    private volatile int percent = -1;
    private volatile boolean stopped;

    /** At the beginning: nothing is known. */
    public ProgressMeter() {}

    /** Notes how far the work is; throws a {@link CancellationException} into it if somebody wants it to stop. */
    @Override
    public void at(long done, long total) {
        if (stopped) {
            throw new CancellationException();
        }
        percent = total <= 0 ? -1 : (int) Math.min(100, done * 100 / total);
    }

    /** From 0 to 100, or -1 before the first step. */
    public int percent() {
        return percent;
    }

    /** Ends the work at its next step. */
    public void stop() {
        stopped = true;
    }
}
