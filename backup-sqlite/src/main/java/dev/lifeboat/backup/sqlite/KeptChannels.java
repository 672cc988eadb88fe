package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Channels to main files of live databases, opened once and kept: when a process closes any descriptor of a file, the
 * system drops all locks that the process has on it, also those of SQLite's connections. Only a channel to a file that
 * was deleted, and that nothing else in this process has open, is given up again: there is no lock to lose on it.
 *
 * @see <a href="https://www.sqlite.org/howtocorrupt.html">How to corrupt an SQLite database file, chapter 2.2</a>
 */
final class KeptChannels {
    /** Beyond so many databases in one process the others are copied without a channel. */
    private static final int MAX_KEPT = 64;

    private static final Map<Object, FileChannel> BY_FILE = new HashMap<>();

    /** A link to each file that this process has open. */
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private KeptChannels() {}

    /**
     * A channel to the file that has this name now, for reading.
     *
     * @throws IOException also when there are enough of them already, or the platform cannot tell files apart
     */
    static synchronized FileChannel to(Path file) throws IOException {
        Object key = key(file);
        FileChannel known = BY_FILE.get(key);
        if (known != null) {
            return known;
        }
        releaseDeleted();
        if (key == null || BY_FILE.size() >= MAX_KEPT) {
            throw new IOException("no channel is kept to " + file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        // Kept from the first moment: one that nobody refers to would be closed by the garbage collector.
        BY_FILE.put(channel, channel);
        if (!key.equals(key(file))) {
            throw new IOException("another file has taken the place of " + file);
        }
        BY_FILE.remove(channel);
        BY_FILE.put(key, channel);
        return channel;
    }

    /** Whether this process keeps a channel to the file that has this name now. */
    static synchronized boolean hasOne(Path file) throws IOException {
        return Files.exists(file) && BY_FILE.containsKey(key(file));
    }

    /** Also gives back the space of a database that was replaced. */
    private static void releaseDeleted() throws IOException {
        if (BY_FILE.isEmpty() || !Files.isDirectory(DESCRIPTORS)) {
            return;
        }
        Map<Object, Integer> deleted = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : all) {
                deletedFile(descriptor).ifPresent(key -> deleted.merge(key, 1, Integer::sum));
            }
        } catch (DirectoryIteratorException failure) {
            throw failure.getCause();
        }
        for (Map.Entry<Object, Integer> file : deleted.entrySet()) {
            if (file.getValue() == 1 && BY_FILE.containsKey(file.getKey())) {
                BY_FILE.remove(file.getKey()).close();
            }
        }
    }

    /** The file behind a descriptor when no folder has it any more, so that nobody can open it again. */
    private static Optional<Object> deletedFile(Path descriptor) {
        try {
            Map<String, Object> attributes = Files.readAttributes(descriptor, "unix:nlink,fileKey");
            return attributes.get("nlink").equals(0) ? Optional.of(attributes.get("fileKey")) : Optional.empty();
        } catch (IOException closedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
