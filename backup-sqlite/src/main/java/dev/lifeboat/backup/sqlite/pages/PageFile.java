package dev.lifeboat.backup.sqlite.pages;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The pages of a database file that nobody changes. For one thread. */
final class PageFile implements Closeable {
    private static final int HEADER_BYTES = 100;
    private static final int PAGE_SIZE = 16;
    private static final int RESERVED = 20;
    private static final int ENCODING = 56;
    private static final int LARGEST_PAGE = 65536;
    private static final int UTF_8 = 1;

    private final FileChannel channel;
    private final BooleanSupplier cancelled;
    private final AtomicLong bytesLeft;
    private final int pageSize;
    private final int usableBytes;
    private final long pageCount;

    private PageFile(FileChannel channel, AtomicLong bytesLeft, BooleanSupplier cancelled)
            throws IOException, NotProven {
        this.channel = channel;
        this.bytesLeft = bytesLeft;
        this.cancelled = cancelled;
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        readFully(header, 0);
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
        pageSize = size == 1 ? LARGEST_PAGE : size;
        usableBytes = pageSize - Byte.toUnsignedInt(header.get(RESERVED));
        pageCount = pageSize == 0 ? 0 : channel.size() / pageSize;
        if (header.getInt(ENCODING) != UTF_8) {
            throw new NotProven("texts are not in UTF-8");
        }
    }

    /**
     * Opens a file whose header was found good.
     *
     * @param bytesLeft how much may be read, by all who share it: in a damaged file pages can refer to each other in a
     *     circle, and in an evil one many tables to the same pages
     * @param cancelled asked before each page
     */
    static PageFile open(Path file, AtomicLong bytesLeft, BooleanSupplier cancelled) throws IOException, NotProven {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new PageFile(channel, bytesLeft, cancelled);
        } catch (IOException | NotProven failure) {
            channel.close();
            throw failure;
        }
    }

    /** Bytes of a page that hold content; what follows is reserved. */
    int usableBytes() {
        return usableBytes;
    }

    ByteBuffer newPage() {
        return ByteBuffer.allocate(pageSize);
    }

    /** Reads a page, of which the first has the number 1. */
    void read(long number, ByteBuffer page) throws IOException, NotProven {
        if (number < 1 || number > pageCount) {
            throw new NotProven("no page " + number);
        }
        if (bytesLeft.addAndGet(-pageSize) < 0) {
            throw new NotProven("more to read than there is");
        }
        if (cancelled.getAsBoolean()) {
            throw new NotProven("cancelled");
        }
        readFully(page.clear(), (number - 1) * pageSize);
    }

    private void readFully(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw new EOFException();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
