package dev.lifeboat.jobmatch.cli;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a signal may interrupt. SIGINT, SIGTERM and SIGHUP start Java's shutdown while the command goes on running; this
 * hook decides what the process does then:
 *
 * <ul>
 *   <li>before a restore has begun, and during everything else, it ends at once, and the command prints no more;
 *   <li>a restore that has begun runs to its end and prints its result, and the process ends with the restore's own
 *       exit code;
 *   <li>an answer that is being printed is printed to its end.
 * </ul>
 *
 * <p>One command has one guard. Safe for use by several threads.
 */
final class ShutdownGuard {
    private enum Phase {
        INTERRUPTIBLE,
        INTERRUPTED,
        UNSTOPPABLE,
        ANSWERING,
        OVER
    }

    private final Runnable onInterrupted;
    private final Runnable onIgnored;
    private final Thread hook = new Thread(this::shutDown, "lifeboat-shutdown");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Phase phase = Phase.INTERRUPTIBLE;
    private boolean keepsExitCode;
    private ExitCode exitCode = ExitCode.UNKNOWN;

    /**
     * Starts watching.
     *
     * @param onInterrupted called at the end of a command that was stopped before its answer
     * @param onIgnored called when a signal arrives that will not be heeded
     */
    ShutdownGuard(Runnable onInterrupted, Runnable onIgnored) {
        this.onInterrupted = onInterrupted;
        this.onIgnored = onIgnored;
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            phase = Phase.INTERRUPTED;
        }
    }

    /** From now on a signal waits until {@link #over}. Does not return when one has come already. */
    void makeUnstoppable() {
        enter(Phase.UNSTOPPABLE);
    }

    /** The answer is about to be printed. Does not return when a signal has come already. */
    void answering() {
        enter(Phase.ANSWERING);
    }

    /** The command has ended and said so. */
    void over(ExitCode code) {
        lock.lock();
        try {
            exitCode = code;
            phase = Phase.OVER;
            changed.signalAll();
            if (!isShuttingDown()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enter(Phase next) {
        lock.lock();
        try {
            while (phase == Phase.INTERRUPTED || phase == Phase.INTERRUPTIBLE && isShuttingDown()) {
                changed.awaitUninterruptibly();
            }
            keepsExitCode |= next == Phase.UNSTOPPABLE;
            phase = next;
        } finally {
            lock.unlock();
        }
    }

    private void shutDown() {
        lock.lock();
        try {
            if (phase == Phase.INTERRUPTIBLE) {
                phase = Phase.INTERRUPTED;
                onInterrupted.run();
                return;
            }
            if (phase == Phase.UNSTOPPABLE) {
                onIgnored.run();
            }
            while (phase != Phase.OVER) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        if (keepsExitCode) {
            Runtime.getRuntime().halt(exitCode.number());
        }
    }

    private static boolean isShuttingDown() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }
}
