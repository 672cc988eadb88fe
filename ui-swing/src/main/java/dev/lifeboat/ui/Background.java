package dev.lifeboat.ui;

import java.awt.EventQueue;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Where the event dispatch thread and work that blocks meet, and the only place where they do: work runs on threads of
 * its own, its outcome comes back on the event dispatch thread.
 *
 * <p>Every task ends in exactly one of its two answers. The threads do not keep the process alive. Safe for use by
 * several threads.
 */
public final class Background implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger running = new AtomicInteger();

    /** Starts nothing before the first task. */
    public Background() {}

    /**
     * Runs the work and hands on what it returned or threw.
     *
     * @param work blocks, such as on files; called on a thread of its own
     * @param done hears the result, on the event dispatch thread
     * @param failed hears what was thrown, on the event dispatch thread
     */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        running.incrementAndGet();
        try {
            threads.execute(() -> {
                Runnable answer = answer(work, done, failed);
                EventQueue.invokeLater(() -> {
                    running.decrementAndGet();
                    answer.run();
                });
            });
        } catch (RejectedExecutionException closed) {
            running.decrementAndGet();
            throw closed;
        }
    }

    /** Whether a task has not had its answer yet. */
    public boolean isBusy() {
        return running.get() > 0;
    }

    /** Takes no more tasks; those that run go on. */
    @Override
    public void close() {
        threads.shutdown();
    }

    /**
     * Takes no more tasks and waits for those that run. Never call on the event dispatch thread.
     *
     * @return whether all have ended in time
     */
    public boolean finish(Duration patience) throws InterruptedException {
        close();
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> Runnable answer(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Exception thrown) {
            return () -> failed.accept(thrown);
        } catch (Error fatal) {
            // An answer all the same: nobody waits for ever, and the log gets the whole story.
            System.getLogger(Background.class.getName()).log(System.Logger.Level.ERROR, "a task died", fatal);
            return () -> failed.accept(new IllegalStateException(String.valueOf(fatal), fatal));
        }
    }
}
