package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

/** SHA-256 of a file. */
final class Checksum {
    private static final int BUFFER_BYTES = 1 << 20;

    private Checksum() {}

    /**
     * 64 lower-case hexadecimal digits; measures in bytes, and ends with a {@link CancellationException} when told to.
     */
    static String of(Path file, Monitor monitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest digest = sha256();
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
            long total = channel.size();
            long done = 0;
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer)) {
                if (monitor.isCancelled()) {
                    throw new CancellationException();
                }
                buffer.flip();
                digest.update(buffer);
                buffer.clear();
                done += read;
                monitor.progress(done, total);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
