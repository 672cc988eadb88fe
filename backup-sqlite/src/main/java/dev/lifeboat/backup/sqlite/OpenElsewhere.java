package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out whether somebody has the database open, before its files are renamed under them.
 *
 * <p>In write-ahead mode every connection holds a shared lock on one byte of the index, even when it is idle. In the
 * other modes an idle connection holds none; on Linux the process file system still tells. This process has no
 * connection open when this runs, but it may keep a channel.
 */
final class OpenElsewhere {
    /** The "dead man switch" byte of the shared-memory file, in SQLite's source {@code UNIX_SHM_DMS}. */
    private static final long SHARED_MEMORY_SWITCH = 128;

    private static final long PAUSE_NANOS = 5_000_000;

    private OpenElsewhere() {}

    /**
     * Waits until nobody has it open. A process that this one is just starting has all of its files until it becomes
     * another program, so that a first look alone may find one that is about to let go.
     *
     * @throws BackupException {@code DATABASE_BUSY} when somebody still has it after that time, or has written to it
     *     since this began
     */
    static void refuse(Path database, Duration patience) throws BackupException {
        try {
            List<String> before = written(database);
            long start = System.nanoTime();
            Message reason = Message.of("error.needs-exclusive", database.toString());
            Optional<Message> user = user(database);
            while (user.isPresent() && System.nanoTime() - start < patience.toNanos()) {
                reason = user.get();
                LockSupport.parkNanos(PAUSE_NANOS);
                user = user(database);
            }
            if (user.isPresent() || !written(database).equals(before)) {
                throw new BackupException(BackupError.DATABASE_BUSY, user.orElse(reason), database);
            }
        } catch (IOException failure) {
            throw SqliteFiles.translate(failure, database);
        } catch (DirectoryIteratorException failure) {
            throw SqliteFiles.translate(failure.getCause(), database);
        }
    }

    /** What says that somebody has it open; empty when nobody does. */
    private static Optional<Message> user(Path database) throws IOException {
        Optional<String> holder = holder(database);
        if (holder.isPresent()) {
            return Optional.of(Message.of("error.database-open-elsewhere", database.toString(), holder.get()));
        }
        return isIndexLocked(SqliteFiles.sharedMemory(database))
                ? Optional.of(Message.of("error.needs-exclusive", database.toString()))
                : Optional.empty();
    }

    /** What a commit changes: which files there are, how large, and when each was last written. */
    private static List<String> written(Path database) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path file : List.of(database, SqliteFiles.wal(database), SqliteFiles.journal(database))) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                files.add(now.fileKey() + " " + now.size() + " " + now.lastModifiedTime());
            } catch (NoSuchFileException none) {
                files.add("none");
            }
        }
        return files;
    }

    private static boolean isIndexLocked(Path sharedMemory) throws IOException {
        if (!Files.isRegularFile(sharedMemory) || !Files.isWritable(sharedMemory)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(sharedMemory, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(SHARED_MEMORY_SWITCH, 1, false)) {
            return lock == null;
        } catch (OverlappingFileLockException inThisProcess) {
            return true;
        }
    }

    private static Optional<String> holder(Path database) throws IOException {
        Path processes = Path.of("/proc");
        if (!Files.isDirectory(processes.resolve("self/fd"))) {
            return Optional.empty();
        }
        String self = processes.resolve("self").toRealPath().getFileName().toString();
        int kept = KeptChannels.hasOne(database) ? 1 : 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : all) {
                String id = process.getFileName().toString();
                if (countOpen(process.resolve("fd"), database) > (id.equals(self) ? kept : 0)) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }

    private static int countOpen(Path descriptors, Path database) {
        int count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                count += pointsTo(descriptor, database) ? 1 : 0;
            }
        } catch (IOException | DirectoryIteratorException endedOrForeign) {
            return 0;
        }
        return count;
    }

    private static boolean pointsTo(Path descriptor, Path database) {
        try {
            return Files.readSymbolicLink(descriptor).equals(database);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
