package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much can still be written to a folder's disk. */
final class FreeSpace {
    private static final long EXHAUSTED_BYTES = 128 * 1024;

    private FreeSpace() {}

    /** Usable bytes where this path is or would be, if only in place of a file that is no folder. */
    static long availableBytes(Path path) {
        Path existing = path;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing == null ? 0 : existing.toFile().getUsableSpace();
    }

    /** Fails with both numbers unless so many bytes can be written there (FR-027). */
    static void require(Path folder, long requiredBytes) throws BackupException {
        long available = availableBytes(folder);
        if (available < requiredBytes) {
            throw insufficient(folder, requiredBytes, available);
        }
    }

    /** The refusal; in bytes where the readable units would round both numbers to the same. */
    static BackupException insufficient(Path folder, long requiredBytes, long available) {
        ByteSize required = new ByteSize(requiredBytes);
        ByteSize free = new ByteSize(available);
        boolean alike = required.in(Locale.ROOT).equals(free.in(Locale.ROOT));
        Message message = alike
                ? Message.of(
                        "error.space",
                        folder.toString(),
                        Message.of("unit.bytes", requiredBytes),
                        Message.of("unit.bytes", available))
                : Message.of("error.space", folder.toString(), required, free);
        return new BackupException(BackupError.INSUFFICIENT_SPACE, message, folder);
    }

    /** Whether a failed write there was a full disk, which no platform says in the same words. */
    static boolean isExhausted(Path path) {
        return availableBytes(path) < EXHAUSTED_BYTES;
    }

    /** Whether both paths are, or would be, on one disk, so that what they need adds up. */
    static boolean sameDisk(Path one, Path other) {
        try {
            return Files.getFileStore(existing(one)).equals(Files.getFileStore(existing(other)));
        } catch (java.io.IOException unknown) {
            return true;
        }
    }

    private static Path existing(Path path) {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
