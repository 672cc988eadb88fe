package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** An operation on a thread of its own that stops at a point of its progress until it is let go. */
final class HeldOperation<T> implements AutoCloseable {
    private static final int SECONDS = 60;

    private final CountDownLatch released = new CountDownLatch(1);
    private final CompletableFuture<Progress> reached = new CompletableFuture<>();
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private HeldOperation() {}

    /** Starts it and returns once it stands at its first point that fits. */
    static <T> HeldOperation<T> start(Predicate<Progress> where, Body<T> body) throws Exception {
        HeldOperation<T> held = new HeldOperation<>();
        Thread thread = new Thread(() -> held.run(where, body), "held operation");
        thread.setDaemon(true);
        thread.start();
        held.get(held.reached);
        return held;
    }

    /** Lets it run on and returns what it returns. */
    T finish() throws Exception {
        released.countDown();
        return get(outcome);
    }

    @Override
    public void close() {
        released.countDown();
        outcome.handle((result, failure) -> true)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private void run(Predicate<Progress> where, Body<T> body) {
        try {
            outcome.complete(body.run(progress -> hold(where, progress)));
        } catch (Exception | AssertionError e) {
            outcome.completeExceptionally(e);
            reached.completeExceptionally(e);
        } finally {
            reached.completeExceptionally(
                    new AssertionError("the operation ended without reporting the progress it should be held at"));
        }
    }

    private void hold(Predicate<Progress> where, Progress progress) {
        if (!where.test(progress)) {
            return;
        }
        reached.complete(progress);
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <R> R get(CompletableFuture<R> future) throws Exception {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (TimeoutException e) {
            throw new AssertionError("the operation stood still for " + SECONDS + " seconds", e);
        }
    }

    /** The operation, told where to report its progress. */
    @FunctionalInterface
    interface Body<T> {
        T run(ProgressListener progress) throws Exception;
    }
}
