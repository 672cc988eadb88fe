package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first bytes of a database file that nobody has open.
 *
 * @param pageSize 512 to 65536
 * @param writeVersion 1 for a rollback journal, 2 for a write-ahead log
 * @param readVersion the same for readers
 * @param pageCount size in pages as the header says; only meaningful when the two counters are equal
 * @param changeCounter counts transactions
 * @param validFor the change counter the page count was written for
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite database header</a>
 */
record SqliteHeader(int pageSize, int writeVersion, int readVersion, long pageCount, int changeCounter, int validFor) {
    static final int MIN_PAGE_BYTES = 512;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 100;
    private static final int PAGE_SIZE = 16;
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGE_COUNT = 28;
    private static final int VALID_FOR = 92;
    private static final byte ROLLBACK_JOURNAL = 1;

    /** The header of a file; empty when it has none. */
    static Optional<SqliteHeader> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // A short read is not the end of the file.
            }
        }
        if (bytes.hasRemaining() || !Arrays.equals(bytes.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.empty();
        }
        int pageSize = Short.toUnsignedInt(bytes.getShort(PAGE_SIZE));
        pageSize = pageSize == 1 ? 65536 : pageSize;
        if (pageSize < MIN_PAGE_BYTES || Integer.bitCount(pageSize) != 1) {
            return Optional.empty();
        }
        return Optional.of(new SqliteHeader(
                pageSize,
                bytes.get(WRITE_VERSION),
                bytes.get(READ_VERSION),
                Integer.toUnsignedLong(bytes.getInt(PAGE_COUNT)),
                bytes.getInt(CHANGE_COUNTER),
                bytes.getInt(VALID_FOR)));
    }

    /**
     * Turns a private copy of a database in write-ahead mode into one that stands alone, as a change of journal mode
     * would.
     */
    static void makeSelfContained(Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {ROLLBACK_JOURNAL, ROLLBACK_JOURNAL}), WRITE_VERSION);
        }
    }

    boolean isSelfContained() {
        return writeVersion == ROLLBACK_JOURNAL && readVersion == ROLLBACK_JOURNAL;
    }

    /** Whether a file of this size is what the header describes; a header from before SQLite 3.7 does not say. */
    boolean agreesWithSize(long sizeBytes) {
        boolean wholePages = sizeBytes > 0 && sizeBytes % pageSize == 0;
        return wholePages && (changeCounter != validFor || pageCount == sizeBytes / pageSize);
    }
}
