package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/**
 * What only a particular kind of database knows: how to copy it while it is in use, how to check a copy, how to put one
 * in its place.
 *
 * <p>One engine serves one live database. Its caller holds the operation lock, so that one operation at a time uses it;
 * but a restore checks the staged copy on one thread while it opens, copies and checks the live data on another.
 * Failures of the layer below are translated into {@link BackupException}s with the cause kept.
 */
public interface DatabaseEngine {
    /**
     * The side files that belong to a main file of this kind, whether or not they exist, such as write-ahead logs and
     * journals. They are preserved, moved and counted with the main file.
     */
    List<Path> sideFiles(Path mainFile);

    /** Bytes of live data by the files' sizes alone: main file and write-ahead log; 0 when there is no database. */
    long sizeBytes();

    /**
     * Whether a crash left a transaction half-written in the main file that {@link #open} would first undo. A restore
     * preserves the raw files before it lets that happen. False for anything that is no database.
     *
     * @throws BackupException when that cannot be told, for example {@code PERMISSION_DENIED}
     */
    boolean needsRollback() throws BackupException;

    /**
     * Opens the live database for reading, without changing its files except for the rollback of
     * {@link #needsRollback}.
     *
     * @throws BackupException {@code DATABASE_NOT_FOUND}, {@code DATABASE_DAMAGED} with a sentence that says what the
     *     file is instead, {@code DATABASE_BUSY}, {@code PERMISSION_DENIED}
     */
    LiveDatabase open() throws BackupException;

    /**
     * What is wrong with a finished copy at first sight, such as that it is no database at all. Reads next to nothing,
     * however large the file is; what is wrong here is not read any further.
     *
     * @throws BackupException as {@link #inspect} does
     */
    default Optional<Message> refuse(Path copy) throws BackupException {
        return Optional.empty();
    }

    /**
     * Checks a finished copy in full, as untrusted input: reads it without changing it or anything beside it, runs none
     * of its triggers or views, and never uses side files. What is wrong with the file is a finding, not an exception.
     *
     * @param workers threads for parts of the check that can go on side by side, of which it should start the longest
     *     first; there may be fewer than parts, so none may wait for another
     * @throws BackupException when the file cannot be read at all, for example {@code PERMISSION_DENIED}
     * @throws CancellationException when the monitor said so
     */
    Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException;

    /**
     * Checks a copy that this process has just made from the live database: it is no untrusted input, and nobody else
     * writes to it, so more can be found out. The same as {@link #inspect} unless an engine can do better.
     *
     * @throws BackupException as {@link #inspect} does
     * @throws CancellationException when the monitor said so
     */
    default Inspection inspectOwn(Path copy, Executor workers, Monitor monitor) throws BackupException {
        return inspect(copy, workers, monitor);
    }

    /**
     * Replaces the content of the live database with that of a verified copy in one step that is atomic for every
     * reader and survives a crash as wholly old or wholly new. Does not wait for others who use it: what they commit
     * meanwhile has to be saved first, so the caller tries again.
     *
     * @param lastLook asked when all is prepared, immediately before anything is replaced
     * @return whether it was done; false when this database has to be replaced as a file instead (damaged, missing, of
     *     another layout, or too little space), and then it is unchanged
     * @throws BackupException {@code DATABASE_BUSY} when it is unchanged, also because the last look forbade it; with
     *     any other code the caller finds out which state is there
     */
    boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException;

    /** Whether the live database is still as it was saved. */
    @FunctionalInterface
    interface LastLook {
        /** Whether it may be replaced now. */
        boolean allows() throws BackupException;
    }

    /**
     * Makes sure, as far as the platform can tell, that nobody has the live database open, before its files are moved
     * away. Waits for others to close it as long as the configuration says, but not for one who writes: what is written
     * while this waits has not been saved.
     *
     * @throws BackupException {@code DATABASE_BUSY}
     */
    void requireExclusive() throws BackupException;

    /**
     * Checks the live database after it was replaced by a copy with this content.
     *
     * @throws BackupException {@code RESTORE_FAILED} when it is not what it should be
     */
    void confirmReplaced(Inspection expected) throws BackupException;

    /**
     * Makes sure that what a failed replacement in place left behind cannot come to life later, as a commit can that
     * was written in full and then not forced. The content that others see stays as it is.
     *
     * @throws BackupException when that cannot be made sure
     */
    default void forgetUnfinished() throws BackupException {}

    /**
     * Whether the live database holds exactly the content of this copy, whatever its journal mode and change counters.
     *
     * @throws BackupException when the live database cannot be read
     */
    boolean holds(Path copy) throws BackupException;
}
