package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a cell holds: its first bytes in the cell itself, the others on overflow pages. Used again for one cell after
 * the other.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages">Overflow pages</a>
 */
final class Payload {
    private static final int POINTER_BYTES = 4;

    private final PageFile file;
    private final Varint varint = new Varint();
    private ByteBuffer overflowPage;
    private byte[] page;
    private int start;
    private int localBytes;
    private int sizeBytes;
    private long overflow;
    private long rowid;

    Payload(PageFile file) {
        this.file = file;
    }

    /** A row of a table with row numbers. */
    Payload ofTable(ByteBuffer source, int cell) throws NotProven {
        int next = varint.read(source.array(), cell);
        long size = varint.value();
        next = varint.read(source.array(), next);
        rowid = varint.value();
        return locate(source, next, size, file.usableBytes() - 35);
    }

    /** An entry of an index, or a row of a table without row numbers. */
    Payload ofIndex(ByteBuffer source, int cell) throws NotProven {
        int next = varint.read(source.array(), cell);
        return locate(source, next, varint.value(), (file.usableBytes() - 12) * 64 / 255 - 23);
    }

    /** The format's own sums. */
    private Payload locate(ByteBuffer source, int first, long size, int most) throws NotProven {
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new NotProven("payload of " + size);
        }
        page = source.array();
        start = first;
        sizeBytes = (int) size;
        localBytes = sizeBytes;
        overflow = 0;
        if (sizeBytes > most) {
            int least = (file.usableBytes() - 12) * 32 / 255 - 23;
            int rest = least + (sizeBytes - least) % (file.usableBytes() - POINTER_BYTES);
            localBytes = rest <= most ? rest : least;
            overflow = Integer.toUnsignedLong(source.getInt(start + localBytes));
        }
        return this;
    }

    /** The row's number; only of a table that has them. */
    long rowid() {
        return rowid;
    }

    int sizeBytes() {
        return sizeBytes;
    }

    /** Copies the first bytes. */
    void copy(byte[] into, int bytes) throws IOException, NotProven {
        int copied = Math.min(bytes, localBytes);
        System.arraycopy(page, start, into, 0, copied);
        long next = overflow;
        while (copied < bytes) {
            if (overflowPage == null) {
                overflowPage = file.newPage();
            }
            file.read(next, overflowPage);
            next = Integer.toUnsignedLong(overflowPage.getInt(0));
            int more = Math.min(bytes - copied, file.usableBytes() - POINTER_BYTES);
            System.arraycopy(overflowPage.array(), POINTER_BYTES, into, copied, more);
            copied += more;
        }
    }

    /** The page of the cell itself. */
    byte[] page() {
        return page;
    }

    /** Where in {@link #page} the first byte is. */
    int start() {
        return start;
    }

    /** How many bytes from there on are in the same page. */
    int localBytes() {
        return localBytes;
    }
}
