package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads records, one after the other, while others change the folder. For one thread. */
final class SidecarReader {
    /** More than ordinary records have. */
    private static final int BUFFER_BYTES = 8192;

    private final SidecarFormat format;
    private final FolderView view;

    /** What a record is read into; outside the heap, where the system can write to. */
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    SidecarReader(SidecarFormat format, FolderView view) {
        this.format = format;
        this.view = view;
    }

    /** What the sidecar of the backup of that name says; empty when there is none. */
    Optional<SidecarFormat.Sidecar> read(Path backup) throws IOException {
        Path file = SidecarFile.pathOf(backup);
        BasicFileAttributes attributes;
        try {
            attributes = view.attributes(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (!attributes.isRegularFile() || attributes.size() > SidecarFormat.MAX_BYTES) {
            return Optional.of(new SidecarFormat.Unreadable(
                    Message.of("warning.sidecar-unreadable"), false, OptionalLong.empty(), Optional.empty()));
        }
        try {
            return Optional.of(format.decode(readUninterrupted(file, (int) attributes.size())));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * Reads on also when this thread is interrupted, as the threads of cancelled UI tasks are, although that closes the
     * channel.
     */
    private byte[] readUninterrupted(Path file, int size) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return readBytes(file, size);
                } catch (ClosedByInterruptException again) {
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * In one call where the file still has this size and the buffer has room for a byte more, because most of the time
     * of a long list goes into such calls.
     */
    private byte[] readBytes(Path file, int size) throws IOException {
        try (SeekableByteChannel channel = view.open(file)) {
            buffer.clear();
            if (size < BUFFER_BYTES && channel.read(buffer) == size) {
                byte[] bytes = new byte[size];
                buffer.flip().get(bytes);
                return bytes;
            }
            return Channels.newInputStream(channel.position(0)).readAllBytes();
        }
    }
}
