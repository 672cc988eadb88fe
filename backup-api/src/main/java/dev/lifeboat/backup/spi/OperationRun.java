package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs one operation where nothing from outside can stop it halfway: on a thread of its own, because interrupting a
 * thread closes the file channels it uses, and with a shutdown hook, so that SIGINT and SIGTERM leave nothing behind.
 *
 * <p>At shutdown a restore is waited for. Any other operation loses its temporary files, and publishes nothing any
 * more.
 */
final class OperationRun {
    /** What runs. */
    @FunctionalInterface
    interface Body<T> {
        T run(OperationRun run) throws BackupException, IOException;
    }

    /** A change that is either not begun or waited for when the process is told to end. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws BackupException, IOException;
    }

    private static final long MAX_WAIT_SECONDS = 5;

    /** What happens at the end of an operation, however it ends. */
    @FunctionalInterface
    private interface Ending extends AutoCloseable {
        @Override
        void close();
    }

    private final Set<Path> temporaries = new LinkedHashSet<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final boolean mustFinish;
    private boolean stopping;

    private OperationRun(boolean mustFinish) {
        this.mustFinish = mustFinish;
    }

    /** Runs an operation about this path and waits for it, whatever happens to the calling thread meanwhile. */
    static <T> T call(boolean mustFinish, Path subject, Body<T> body) throws BackupException {
        OperationRun run = new OperationRun(mustFinish);
        Outcome<T> outcome = new Outcome<>();
        Thread worker = new Thread(() -> outcome.fill(run, body), "lifeboat-operation");
        Thread hook = new Thread(run::shutDown, "lifeboat-shutdown");
        boolean hooked = addHook(hook);
        worker.start();
        awaitEnd(worker);
        if (hooked) {
            removeHook(hook);
        }
        return outcome.get(run, subject);
    }

    /** Registers a file that must not outlive the operation; those whose names begin with its name go with it. */
    synchronized Path temporary(Path path) throws BackupException {
        refuseWhenStopping();
        temporaries.add(path);
        return path;
    }

    /** Removes a temporary file now. */
    synchronized void discard(Path temporary) {
        if (temporaries.remove(temporary)) {
            removeWithCompanions(temporary);
        }
    }

    /** Makes a change that shutting down waits for, unless it has begun already. */
    synchronized <T> T change(Change<T> change) throws BackupException, IOException {
        refuseWhenStopping();
        return change.make();
    }

    /** Whether the process is ending and what runs will not be finished, so that reading on is of no use. */
    synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void discardTemporaries() {
        temporaries.forEach(OperationRun::removeWithCompanions);
    }

    /**
     * The worker is waited for: it may just be making a companion file, and a database it has open leaves side files
     * unless it is closed.
     */
    private void shutDown() {
        try {
            if (mustFinish) {
                ended.await();
                return;
            }
            stop();
            ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
            discardTemporaries();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop() {
        stopping = true;
        discardTemporaries();
    }

    private void refuseWhenStopping() throws BackupException {
        if (stopping) {
            throw stopped();
        }
    }

    private static BackupException stopped() {
        return new BackupException(BackupError.UNKNOWN, Message.of("error.stopping"));
    }

    private static void removeWithCompanions(Path temporary) {
        try (Stream<Path> siblings = Files.list(temporary.getParent())) {
            String name = temporary.getFileName().toString();
            for (Path path : siblings.filter(
                            sibling -> sibling.getFileName().toString().startsWith(name))
                    .toList()) {
                Folders.deleteTree(path);
            }
        } catch (IOException | UncheckedIOException stays) {
            System.getLogger(OperationRun.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot remove " + temporary, stays);
        }
    }

    private static boolean addHook(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return true;
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running and finds that the operation has ended.
        }
    }

    private static void awaitEnd(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Carries a result or a failure from the worker to the caller. */
    private static final class Outcome<T> {
        private T result;
        private Throwable failure;

        private void fill(OperationRun run, Body<T> body) {
            try (Ending ending = run.ended::countDown;
                    Ending tidying = run::discardTemporaries) {
                result = body.run(run);
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }

        private T get(OperationRun run, Path subject) throws BackupException {
            if (failure != null && run.isStopping()) {
                throw stopped();
            }
            if (failure instanceof BackupException known) {
                throw known;
            }
            if (failure instanceof IOException io) {
                throw IoErrors.translate(io, subject);
            }
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return result;
        }
    }
}
