package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.spi.Monitor;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Interrupts the statements of one connection when a person no longer wants the answer, or when they take more steps of
 * SQLite's machine than a file of its size can need: what is in an untrusted file, such as a view without an end, must
 * not hold up a restore for ever.
 */
final class StepLimit extends ProgressHandler {
    /** One step may compute a value of some megabytes, and asking costs a hundredth of this many ordinary ones. */
    private static final int STEPS_BETWEEN_QUESTIONS = 1000;

    private final Monitor monitor;
    private final long sizeBytes;
    private long left;

    private StepLimit(Monitor monitor, long sizeBytes) {
        this.monitor = monitor;
        this.sizeBytes = sizeBytes;
    }

    /** Limits a connection to a file of this size; at first to what a full check of it needs. */
    static StepLimit on(SQLiteConnection connection, long sizeBytes, Monitor monitor) throws SQLException {
        StepLimit limit = new StepLimit(monitor, sizeBytes);
        limit.allowFullCheck();
        setHandler(connection, STEPS_BETWEEN_QUESTIONS, limit);
        return limit;
    }

    /** From now on, ample for reading every row with all its indexes and constraints. */
    void allowFullCheck() {
        left = 1_000_000_000 + 1000 * sizeBytes;
    }

    /** From now on, ample for one statement that reads a table once. */
    void allowOneScan() {
        left = 20_000_000 + 20 * sizeBytes;
    }

    @Override
    protected int progress() {
        left -= STEPS_BETWEEN_QUESTIONS;
        return left < 0 || monitor.isCancelled() ? 1 : 0;
    }
}
