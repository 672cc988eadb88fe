package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.LiveDatabase;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Whether the live database holds exactly the pages of a copy. It is read through SQLite into a file of its own,
 * because its latest pages may be in a log, and because its main file must not be opened behind SQLite's back.
 */
final class ContentComparison {
    private static final String STAGED = ".staged-";
    private static final String COMPARED = ".compared-";
    private static final int CHUNK_BYTES = 1 << 20;
    /** SQLite locks bytes of the page at one gigabyte and never writes to it. */
    private static final long LOCK_PAGE_OFFSET = 1L << 30;
    /**
     * Journal mode, change counter, schema cookie, and the counters of the last writer: they differ between equal
     * contents.
     */
    private static final int[][] VOLATILE_HEADER = {{18, 20}, {24, 28}, {40, 44}, {92, 100}};

    private ContentComparison() {}

    static boolean holds(DatabaseEngine engine, Path copy) throws BackupException {
        Path snapshot = beside(copy);
        try (LiveDatabase live = engine.open()) {
            Files.deleteIfExists(snapshot);
            SqliteFiles.createPrivate(snapshot);
            live.copyTo(snapshot, Monitor.NONE);
            return equalPages(snapshot, copy);
        } catch (IOException failure) {
            throw SqliteFiles.translate(failure, copy);
        } finally {
            delete(snapshot);
        }
    }

    /** A name that recovery sweeps wherever the copy is. */
    static Path beside(Path copy) {
        String name = copy.getFileName().toString();
        int ending = name.lastIndexOf(STAGED);
        boolean isStaged = name.startsWith(".") && ending > 0;
        return copy.resolveSibling(
                isStaged
                        ? name.substring(0, ending) + COMPARED + name.substring(ending + STAGED.length())
                        : ".tmp-compared-" + name);
    }

    private static boolean equalPages(Path one, Path other) throws IOException {
        try (FileChannel a = FileChannel.open(one, StandardOpenOption.READ);
                FileChannel b = FileChannel.open(other, StandardOpenOption.READ)) {
            if (a.size() != b.size()) {
                return false;
            }
            int pageSize = SqliteHeader.read(other).map(SqliteHeader::pageSize).orElse(0);
            ByteBuffer left = ByteBuffer.allocate(CHUNK_BYTES);
            ByteBuffer right = ByteBuffer.allocate(CHUNK_BYTES);
            for (long position = 0; position < a.size(); position += CHUNK_BYTES) {
                fill(a, left, position);
                fill(b, right, position);
                if (position == 0) {
                    blank(left, VOLATILE_HEADER);
                    blank(right, VOLATILE_HEADER);
                } else if (position == LOCK_PAGE_OFFSET) {
                    blank(left, new int[][] {{0, pageSize}});
                    blank(right, new int[][] {{0, pageSize}});
                }
                if (!left.equals(right)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void fill(FileChannel channel, ByteBuffer buffer, long position) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // A short read is not the end of the file.
        }
        buffer.flip();
    }

    private static void blank(ByteBuffer page, int[][] ranges) {
        for (int[] range : ranges) {
            Arrays.fill(page.array(), range[0], Math.min(range[1], page.limit()), (byte) 0);
        }
    }

    private static void delete(Path snapshot) {
        try {
            Files.deleteIfExists(snapshot);
        } catch (IOException sweptLater) {
            System.getLogger(ContentComparison.class.getName())
                    .log(System.Logger.Level.DEBUG, "left for the next sweep: " + snapshot, sweptLater);
        }
    }
}
