package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a replacement of the live files is about to do, written durably before the first file is moved.
 *
 * @param id names the staged file and the quarantine folder
 * @param sha256 checksum of the staged file
 * @param existed which of the live files were there: 0 is the main file, then the side files in the engine's order
 * @param oldSha256 checksum of the main file, to see whether somebody wrote to it after a crash; empty when there was
 *     none that can be read
 */
record SwapIntent(String id, String sha256, List<Integer> existed, String oldSha256) {
    private static final String FORMAT = "1";
    private static final long MAX_BYTES = 4096;

    SwapIntent {
        existed = List.copyOf(existed);
    }

    /** Whether there was a main file. */
    boolean hadMain() {
        return existed.contains(0);
    }

    byte[] encode() {
        List<String> indexes = existed.stream().map(String::valueOf).toList();
        String text = "format=" + FORMAT + "\nid=" + id + "\nsha256=" + sha256 + "\nexisted="
                + String.join(",", indexes) + "\noldSha256=" + oldSha256 + "\nend=true\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads an intent; empty when the file is none that this version wrote. */
    static Optional<SwapIntent> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file, StandardCharsets.ISO_8859_1)));
            String id = properties.getProperty("id", "");
            String sha256 = properties.getProperty("sha256", "");
            boolean whole =
                    FORMAT.equals(properties.getProperty("format")) && "true".equals(properties.getProperty("end"));
            if (!whole || !id.matches("[0-9a-f]{32}") || !sha256.matches("[0-9a-f]{64}")) {
                return Optional.empty();
            }
            List<Integer> existed = new ArrayList<>();
            Arrays.stream(properties.getProperty("existed", "").split(","))
                    .filter(index -> !index.isEmpty())
                    .forEach(index -> existed.add(Integer.valueOf(index)));
            return Optional.of(new SwapIntent(id, sha256, existed, properties.getProperty("oldSha256", "")));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    /** The content of a main file that is about to be replaced, or that recovery finds. */
    static String checksum(Path main) {
        try {
            return Durable.isThere(main) ? Checksum.of(main, Monitor.NONE) : "";
        } catch (IOException damaged) {
            System.getLogger(SwapIntent.class.getName()).log(System.Logger.Level.INFO, "cannot read " + main, damaged);
            return "";
        }
    }
}
