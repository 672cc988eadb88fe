package dev.lifeboat.jobmatch.restart;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.HostPresence;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Makes this process the one application of a database: at once if somebody started it, after its predecessor if that
 * started it to take its place.
 *
 * <p>Only the presence lock decides. The predecessor's life tells merely how long it is worth waiting, so that a wrong
 * answer of the process list can delay a refusal, never let two applications in.
 */
public final class Succession {
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WITH_THE_LOG = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AFTER_END = Duration.ofSeconds(2);

    private final Optional<BooleanSupplier> predecessorLives;
    private final Pause pause;

    Succession(Optional<BooleanSupplier> predecessorLives, Pause pause) {
        this.predecessorLives = predecessorLives;
        this.pause = pause;
    }

    /** That of this process. */
    public static Succession ofProcess() {
        return new Succession(
                Predecessor.parse(System.getenv(Predecessor.VARIABLE)).map(predecessor -> predecessor::lives),
                duration -> Thread.sleep(duration.toMillis()));
    }

    /** Whether another process of the application started this one to take its place. */
    public boolean hasPredecessor() {
        return predecessorLives.isPresent();
    }

    /**
     * Waits until the process that started this one has ended, which has the log open until then. Gives up after 5
     * seconds: it is only the log. Returns at once in a process that somebody started.
     *
     * @throws InterruptedException while waiting
     */
    public void awaitPredecessor() throws InterruptedException {
        for (long tries = tries(PATIENCE_WITH_THE_LOG); tries > 0 && predecessorIsAlive(); tries--) {
            pause.pause(INTERVAL);
        }
    }

    /**
     * Says that this process is the application. A successor waits up to 30 seconds for its predecessor to end, and 2
     * seconds more for whoever has a short look at the lock; whoever else comes first is the application instead. Never
     * call on the EDT.
     *
     * @throws BackupException {@code DATABASE_BUSY} when another process is the application, {@code PERMISSION_DENIED}
     * @throws InterruptedException while waiting; nothing is held then
     */
    public HostPresence claim(BackupService service) throws BackupException, InterruptedException {
        long triesLeft = predecessorLives.isPresent() ? tries(PATIENCE) : 0;
        while (true) {
            try {
                return service.holdPresence();
            } catch (BackupException refused) {
                if (!predecessorIsAlive()) {
                    triesLeft = Math.min(triesLeft, tries(PATIENCE_AFTER_END));
                }
                if (refused.error() != BackupError.DATABASE_BUSY || triesLeft == 0) {
                    throw refused;
                }
            }
            triesLeft--;
            pause.pause(INTERVAL);
        }
    }

    private boolean predecessorIsAlive() {
        return predecessorLives.map(BooleanSupplier::getAsBoolean).orElse(false);
    }

    private static long tries(Duration patience) {
        return patience.dividedBy(INTERVAL);
    }

    /** How time passes between two tries. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }
}
