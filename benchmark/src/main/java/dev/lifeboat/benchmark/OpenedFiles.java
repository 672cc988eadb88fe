package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Watches with {@code strace} which files a command opens. */
final class OpenedFiles {
    private OpenedFiles() {}

    /** How often a command opens files whose names match; empty where {@code strace} is not installed. */
    static Optional<Long> count(List<String> command, Pattern name, Path folder)
            throws IOException, InterruptedException {
        try {
            Child.run(List.of("strace", "-V"));
        } catch (IOException missing) {
            return Optional.empty();
        }
        Path log = folder.resolve("opened.txt");
        List<String> traced = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-e", "trace=open,openat,openat2,creat", "-o", log.toString()));
        traced.addAll(command);
        try {
            Child.run(traced);
            try (Stream<String> lines = Files.lines(log)) {
                return Optional.of(
                        lines.filter(line -> name.matcher(line).find()).count());
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
