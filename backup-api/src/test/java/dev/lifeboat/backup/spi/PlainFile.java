package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The smallest database there can be: one number in a main file, and perhaps a newer one in a log beside it. A log says
 * which number it follows, so that one beside the wrong main file gives itself away.
 */
final class PlainFile {
    private PlainFile() {}

    static byte[] main(int number) {
        return ("PLAIN " + number + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] log(int number, int follows) {
        return ("LOG " + number + " " + follows + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static Path logOf(Path main) {
        return main.resolveSibling(main.getFileName() + "-wal");
    }

    static Path journalOf(Path main) {
        return main.resolveSibling(main.getFileName() + "-journal");
    }

    /**
     * What a database system would read: the number, {@code damaged}, {@code missing}, or {@code mixed} when the log is
     * not its own.
     */
    static String read(Path main) throws IOException {
        if (!Durable.isThere(main)) {
            return "missing";
        }
        String[] words = words(main);
        if (words.length != 2 || !words[0].equals("PLAIN")) {
            return "damaged";
        }
        if (!Durable.isThere(logOf(main))) {
            return words[1];
        }
        String[] log = words(logOf(main));
        return log.length == 3 && log[2].equals(words[1]) ? log[1] : "mixed";
    }

    private static String[] words(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.endsWith("\n") ? text.strip().split(" ") : new String[0];
    }
}
