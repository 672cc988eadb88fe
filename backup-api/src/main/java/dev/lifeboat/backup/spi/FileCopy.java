package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies the bytes of a file that no database connection in this process has open. */
final class FileCopy {
    private static final long CHUNK_BYTES = 8L << 20;

    private FileCopy() {}

    /**
     * Overwrites an existing target with a regular file's content, following no link. The caller makes it durable.
     *
     * @return how many bytes were written
     */
    static long copy(Path source, Path target, Monitor monitor) throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel out =
                        FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = in.size();
            long position = 0;
            while (position < size) {
                long copied = in.transferTo(position, Math.min(CHUNK_BYTES, size - position), out);
                if (copied <= 0) {
                    throw new IOException("the file became shorter while it was copied: " + source);
                }
                position += copied;
                monitor.progress(position, size);
            }
            return size;
        }
    }
}
