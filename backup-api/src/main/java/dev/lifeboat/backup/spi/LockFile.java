package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file whose bytes are locked, never its content, and the one line of text in it that says what the holder is doing.
 *
 * <p>Opened once per process and kept open: on POSIX systems, closing any descriptor of a file drops all locks the
 * process has on it. The registry is therefore the one piece of state that the whole process shares. The file is never
 * deleted; a lock dies with its process.
 */
final class LockFile {
    /**
     * What is locked; each is one byte, far beyond the text, because on Windows a locked byte cannot be read by others.
     */
    enum Slot {
        OPERATION,
        PRESENCE,
        FOLDER,
        RETURN_POINT;

        private long position() {
            return (1L << 30) + ordinal();
        }
    }

    private static final int TEXT_BYTES = 128;
    private static final int TRIES = 10;
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private RandomAccessFile file;
    private Object fileKey;
    private final Map<Slot, FileLock> held = new EnumMap<>(Slot.class);
    private final Map<Slot, Integer> holders = new EnumMap<>(Slot.class);

    private LockFile(Path path) throws IOException {
        this.path = path;
        this.fileKey = create(path);
        this.file = open(path);
    }

    /** The lock file of this path for the whole process; created when missing. Its folder must exist. */
    static LockFile of(Path path) throws IOException {
        Path canonical = path.getParent().toRealPath().resolve(path.getFileName());
        synchronized (OPEN) {
            LockFile known = OPEN.get(canonical);
            if (known == null) {
                known = new LockFile(canonical);
                OPEN.put(canonical, known);
            }
            return known;
        }
    }

    /** Takes a byte for one holder. Empty when this process or another has it already. */
    synchronized Optional<Hold> tryLock(Slot slot) throws IOException {
        return held.containsKey(slot) ? Optional.empty() : take(slot);
    }

    /** Takes a byte for one more holder of this process. Empty when another process has it. */
    synchronized Optional<Hold> tryShare(Slot slot) throws IOException {
        if (!held.containsKey(slot)) {
            return take(slot);
        }
        if (!moveToPresentFile()) {
            return Optional.empty();
        }
        holders.merge(slot, 1, Integer::sum);
        return Optional.of(new Hold(slot));
    }

    /** Whether anybody, here or in another process, has the byte. */
    synchronized boolean isLocked(Slot slot) throws IOException {
        if (held.containsKey(slot) || !moveToPresentFile()) {
            return true;
        }
        Optional<FileLock> probe = lock(file, slot);
        if (probe.isPresent()) {
            probe.get().release();
        }
        return probe.isEmpty();
    }

    /** Replaces the text; cut to the room there is. */
    synchronized void write(String text) throws IOException {
        byte[] padded = new byte[TEXT_BYTES];
        Arrays.fill(padded, (byte) ' ');
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, padded, 0, Math.min(bytes.length, TEXT_BYTES));
        file.seek(0);
        file.write(padded);
    }

    /** The text as it stands; it may be left from a process that died. */
    synchronized String read() throws IOException {
        byte[] bytes = new byte[TEXT_BYTES];
        file.seek(0);
        int length = file.read(bytes);
        return length <= 0 ? "" : new String(bytes, 0, length, StandardCharsets.US_ASCII).strip();
    }

    private Optional<Hold> take(Slot slot) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<FileLock> lock = moveToPresentFile() ? lock(file, slot) : Optional.empty();
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            if (fileKey.equals(key(path).orElse(null))) {
                held.put(slot, lock.get());
                holders.put(slot, 1);
                return Optional.of(new Hold(slot));
            }
            lock.get().release();
        }
        throw new IOException("the lock file is replaced again and again: " + path);
    }

    /**
     * Follows when somebody has deleted or replaced the file: a lock on a file that no longer has the name excludes
     * nobody. Takes along what this process holds; false when another process has taken that meanwhile.
     */
    private boolean moveToPresentFile() throws IOException {
        if (fileKey.equals(key(path).orElse(null))) {
            return true;
        }
        Object newKey = create(path);
        RandomAccessFile newFile = open(path);
        Map<Slot, FileLock> moved = new EnumMap<>(Slot.class);
        for (Slot slot : held.keySet()) {
            Optional<FileLock> lock = lock(newFile, slot);
            if (lock.isEmpty()) {
                newFile.close();
                return false;
            }
            moved.put(slot, lock.get());
        }
        file.close();
        file = newFile;
        fileKey = newKey;
        held.putAll(moved);
        return true;
    }

    private static Optional<FileLock> lock(RandomAccessFile file, Slot slot) throws IOException {
        try {
            return Optional.ofNullable(file.getChannel().tryLock(slot.position(), 1, false));
        } catch (OverlappingFileLockException heldByAnotherCopyOfThisClass) {
            return Optional.empty();
        }
    }

    private synchronized void release(Slot slot) throws IOException {
        if (holders.merge(slot, -1, Integer::sum) == 0) {
            held.remove(slot).release();
        }
    }

    /** Makes sure that there is a file, and tells which. */
    private static Object create(Path path) throws IOException {
        Optional<Object> present = key(path);
        if (present.isPresent()) {
            return present.get();
        }
        try {
            Durable.createFile(path);
        } catch (FileAlreadyExistsException madeByAnother) {
            // The other process's file serves as well.
        }
        return key(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    /** Not a channel of its own: interrupting a thread that uses one would close it, and with it drop every lock. */
    private static RandomAccessFile open(Path path) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), "rw");
        } catch (FileNotFoundException refused) {
            if (Files.exists(path) && !Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            throw refused;
        }
    }

    /** Refuses what lies where a lock belongs and can be none. */
    static void requireRegular(Path path) throws BackupException {
        if (Durable.isOtherThanFile(path)) {
            throw new BackupException(BackupError.PERMISSION_DENIED, DatabaseFiles.notRegular(path), path)
                    .withHint(Message.of("hint.move-away"));
        }
    }

    /** Tells one file from another of the same name, where the platform can; empty when there is none. */
    private static Optional<Object> key(Path path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, "not a regular file");
        }
        return Optional.of(attributes.fileKey() == null ? path : attributes.fileKey());
    }

    /** One holder's share of a locked byte; released once. */
    final class Hold implements AutoCloseable {
        private final Slot slot;
        private boolean released;

        private Hold(Slot slot) {
            this.slot = slot;
        }

        LockFile file() {
            return LockFile.this;
        }

        @Override
        public synchronized void close() throws IOException {
            if (!released) {
                released = true;
                release(slot);
            }
        }
    }
}
