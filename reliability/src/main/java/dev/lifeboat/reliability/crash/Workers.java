package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** As many as there are processors, who share the calls of an operation among them. */
final class Workers implements AutoCloseable {
    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService threads;

    /** They work in this folder, which is made. */
    Workers(Path folder, FaultLibrary library) throws IOException, InterruptedException {
        int count = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count; i++) {
            Path own = folder.resolve("worker-" + i);
            workers.add(new Worker(Victim.in(own.resolve("work"), library), own.resolve("root")));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /**
     * Whoever tries one call after the other.
     *
     * @param victim that performs the operation
     * @param root the folder in which it does
     */
    record Worker(Victim victim, Path root) {}

    /** What is tried with one call. */
    @FunctionalInterface
    interface Work {
        void on(Worker worker, long call) throws Exception;
    }

    Worker any() {
        return workers.get(0);
    }

    /** Tries every call, or every so many-th, from 1 to the last or until it is enough. */
    void each(long calls, int step, BooleanSupplier enough, Work work) throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong(1);
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(threads.submit(() -> {
                for (long at = next.getAndAdd(step); at <= calls && !enough.getAsBoolean(); at = next.getAndAdd(step)) {
                    work.on(worker, at);
                }
                return null;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
