package dev.lifeboat.jobmatch.restart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What several processes did, in the order in which they did it: each entry is a line at the end of a file. */
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** What a process did, and words about it. */
    record Entry(String what, long pid, List<String> words) {}

    /** Adds an entry of this process. */
    void add(String what, List<String> words) {
        String line = what + " " + ProcessHandle.current().pid() + " " + encoded(String.join("\0", words)) + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    /** All entries so far, without one that is being written. */
    List<Entry> entries() {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Journal::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** How often this was done so far. */
    long count(String what) {
        return entries().stream().filter(entry -> entry.what().equals(what)).count();
    }

    private static Entry parse(String line) {
        String[] parts = line.split(" ", -1);
        String words = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
        return new Entry(parts[0], Long.parseLong(parts[1]), Arrays.asList(words.split("\0", -1)));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
