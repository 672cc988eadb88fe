package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** The record beside a backup: where it lies, and how it is read while others change the folder. */
final class SidecarFile {
    static final String SUFFIX = ".json";

    private SidecarFile() {}

    static Path pathOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + SUFFIX);
    }

    /** What a backup's sidecar says; empty when there is none. */
    static Optional<SidecarFormat.Sidecar> read(Path backup, SidecarFormat format) throws IOException {
        Path file = pathOf(backup);
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
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
    private static byte[] readUninterrupted(Path file, int size) throws IOException {
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

    /** In one call where the file still has this size, because most of the time of a long list goes into such calls. */
    private static byte[] readBytes(Path file, int size) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(size + 1);
            if (channel.read(buffer) == size) {
                return Arrays.copyOf(buffer.array(), size);
            }
        }
        return Files.readAllBytes(file);
    }
}
