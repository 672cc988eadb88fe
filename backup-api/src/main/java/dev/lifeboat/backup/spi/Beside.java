package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * A part of an operation that runs beside the rest, on another thread. Closing it waits for its end, so that nothing of
 * an operation goes on when it is over.
 *
 * @param <T> what it answers
 */
final class Beside<T> implements AutoCloseable {
    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /** Starts it on a thread of its own; what it throws is thrown by {@link #result}. */
    static <T> Beside<T> start(String threadName, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, threadName).start();
        return new Beside<>(task);
    }

    /** Leaves it to threads that may be busy for long: whoever needs the answer calls {@link #runUnlessBegun} first. */
    static <T> Beside<T> offer(Executor threads, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        threads.execute(task);
        return new Beside<>(task);
    }

    /** Does it here unless another thread has begun it. */
    void runUnlessBegun() {
        task.run();
    }

    boolean isDone() {
        return task.isDone();
    }

    /** Waits for the answer, or for the failure. */
    T result() throws BackupException, IOException {
        close();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof BackupException known) {
                throw known;
            }
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        } catch (InterruptedException impossibleOnceDone) {
            throw new IllegalStateException(impossibleOnceDone);
        }
    }

    /** Waits for its end, however it ends and whoever interrupts. */
    @Override
    public void close() {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException later) {
                interrupted = true;
            } catch (ExecutionException failure) {
                // It has ended; result() tells how.
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
