package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Which backup to go back to, as written beside the database.
 *
 * @param backup file name
 * @param sha256 checksum of that backup, so that no other of the same name is taken for it
 */
record ReturnMark(String backup, String sha256) {
    private static final String FORMAT = "1";
    private static final long MAX_BYTES = 4096;

    byte[] encode() {
        String text = "format=" + FORMAT + "\nbackup=" + backup + "\nsha256=" + sha256 + "\nend=true\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a mark; empty when the file is none that this version wrote. */
    static Optional<ReturnMark> read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
        boolean whole = FORMAT.equals(properties.getProperty("format")) && "true".equals(properties.getProperty("end"));
        return whole
                ? Optional.of(
                        new ReturnMark(properties.getProperty("backup", ""), properties.getProperty("sha256", "")))
                : Optional.empty();
    }
}
