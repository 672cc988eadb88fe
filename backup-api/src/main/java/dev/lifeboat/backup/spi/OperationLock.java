package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One changing operation at a time per database and per backup folder, across threads and processes (FR-026).
 *
 * <p>The database is locked through {@code <database>.lock} beside it, the folder through {@code lifeboat.lock} in it.
 * A second operation is refused at once with {@code OPERATION_IN_PROGRESS}, naming the first. Locks die with their
 * process. Closing releases; an instance is used by one thread.
 */
public final class OperationLock implements AutoCloseable {
    private static final String FOLDER_LOCK = "lifeboat.lock";
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 10;

    private final Operation operation;
    private final List<LockFile.Hold> holds = new ArrayList<>();

    private OperationLock(Operation operation) {
        this.operation = operation;
    }

    /**
     * Locks the database. Where no lock file can be made beside it, because its folder is missing or read-only, nothing
     * can be restored there either and the folder's lock alone serves.
     *
     * @throws BackupException {@code OPERATION_IN_PROGRESS}; {@code PERMISSION_DENIED} when an operation that writes
     *     beside the database cannot
     */
    public static OperationLock ofDatabase(BackupConfiguration configuration, Operation operation)
            throws BackupException {
        OperationLock lock = new OperationLock(operation);
        Path file = databaseLock(configuration);
        boolean writesBeside = operation == Operation.RESTORE || operation == Operation.RECOVER;
        if (writesBeside || canBeTaken(file)) {
            lock.take(file, LockFile.Slot.OPERATION);
        }
        return lock;
    }

    /** Asks whether there is none first: one that is made in the meantime is there for good. */
    private static boolean canBeTaken(Path file) {
        return Files.notExists(file) ? Files.isWritable(file.getParent()) : Files.isWritable(file);
    }

    /** No lock, for an operation that only reads. */
    static OperationLock none(Operation operation) {
        return new OperationLock(operation);
    }

    /**
     * Locks the backup folder too, which must exist.
     *
     * @throws BackupException {@code OPERATION_IN_PROGRESS}, {@code PERMISSION_DENIED}; the database's lock is released
     *     then
     */
    public void alsoFolder(Path folder) throws BackupException {
        try {
            take(folder.resolve(FOLDER_LOCK), LockFile.Slot.FOLDER);
        } catch (BackupException refused) {
            close();
            throw refused;
        }
    }

    /** Lets others see how far the operation is. Failing to say so is no failure of the operation. */
    public void report(Progress progress) {
        for (LockFile.Hold hold : holds) {
            write(hold, progress);
        }
    }

    /**
     * What is running on this database right now, in this process or another.
     *
     * @throws BackupException {@code PERMISSION_DENIED}
     */
    public static Optional<Progress> running(BackupConfiguration configuration) throws BackupException {
        Path file = databaseLock(configuration);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(file)) {
            return Optional.empty();
        }
        try {
            LockFile lockFile = LockFile.of(file);
            return lockFile.isLocked(LockFile.Slot.OPERATION)
                    ? Optional.of(parse(lockFile.read()).orElse(new Progress(Operation.CREATE, Stage.PREPARING, 0)))
                    : Optional.empty();
        } catch (IOException failure) {
            throw IoErrors.translate(failure, file);
        }
    }

    /** The lock file beside the database. */
    static Path databaseLock(BackupConfiguration configuration) {
        Path database = DatabaseFiles.canonical(configuration.database());
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    /** Releases everything, the folder first. */
    @Override
    public void close() {
        for (int i = holds.size() - 1; i >= 0; i--) {
            try {
                holds.get(i).close();
            } catch (IOException closed) {
                System.getLogger(OperationLock.class.getName())
                        .log(System.Logger.Level.WARNING, "cannot release a lock", closed);
            }
        }
        holds.clear();
    }

    private void take(Path file, LockFile.Slot slot) throws BackupException {
        LockFile.requireRegular(file);
        try {
            LockFile lockFile = LockFile.of(file);
            for (int i = 0; i < TRIES; i++) {
                Optional<LockFile.Hold> hold = lockFile.tryLock(slot);
                if (hold.isPresent()) {
                    holds.add(hold.get());
                    write(hold.get(), new Progress(operation, Stage.PREPARING, 0));
                    return;
                }
                // A glance by running() holds the byte for an instant; that must not look like an operation.
                pause();
            }
            throw inProgress(file, lockFile.read());
        } catch (NoSuchFileException noFolder) {
            throw new BackupException(
                    BackupError.DIRECTORY_NOT_FOUND,
                    Message.of("error.folder-missing", file.getParent().toString()),
                    file,
                    noFolder);
        } catch (IOException failure) {
            throw IoErrors.translate(failure, file);
        }
    }

    private static void write(LockFile.Hold hold, Progress progress) {
        String text = progress.operation().id() + " " + progress.stage().id() + " " + progress.percent() + " "
                + ProcessHandle.current().pid();
        try {
            hold.file().write(text);
        } catch (IOException fullDisk) {
            System.getLogger(OperationLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot report progress", fullDisk);
        }
    }

    /** Waits an instant for what somebody else is about to finish. */
    static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackupException inProgress(Path file, String text) {
        Message message = parse(text)
                .map(running ->
                        Message.of("error.in-progress", running.operation().text(), file.toString()))
                .orElse(Message.of("error.in-progress-unknown", file.toString()));
        return new BackupException(BackupError.OPERATION_IN_PROGRESS, message, file);
    }

    private static Optional<Progress> parse(String text) {
        String[] words = text.split(" ");
        if (words.length < 3) {
            return Optional.empty();
        }
        for (Operation operation : Operation.values()) {
            for (Stage stage : Stage.values()) {
                if (operation.id().equals(words[0]) && stage.id().equals(words[1]) && words[2].matches("[0-9]{1,3}")) {
                    return Optional.of(new Progress(operation, stage, Integer.parseInt(words[2])));
                }
            }
        }
        return Optional.empty();
    }
}
