package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * Channels to main files of live databases, opened once and never closed: when a process closes any descriptor of a
 * file, the system drops all locks that the process has on it, also those of SQLite's connections.
 *
 * @see <a href="https://www.sqlite.org/howtocorrupt.html">How to corrupt an SQLite database file, chapter 2.2</a>
 */
final class KeptChannels {
    /** Beyond so many databases in one process the others are copied without a channel. */
    private static final int MAX_KEPT = 64;

    private static final Map<Object, FileChannel> BY_FILE = new HashMap<>();

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
        if (key == null || BY_FILE.size() == MAX_KEPT) {
            throw new IOException("no channel is kept to " + file);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        boolean certain = key.equals(key(file));
        // A file that was replaced in this instant: nobody knows to which of the two the channel leads.
        BY_FILE.put(certain ? key : channel, channel);
        if (!certain) {
            throw new IOException("another file has taken the place of " + file);
        }
        return channel;
    }

    /** Whether this process keeps a channel to the file that has this name now. */
    static synchronized boolean hasOne(Path file) throws IOException {
        return Files.exists(file) && BY_FILE.containsKey(key(file));
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
