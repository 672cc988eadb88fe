package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.DatabaseState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with a database in it, put into the states that an interrupted replacement leaves. Contents are words. */
final class SwapFolder {
    static final String ID = "0123456789abcdef0123456789abcdef";
    static final String STAGED = ".app.db.staged-" + ID;
    static final String QUARANTINE = ".app.db.quarantine-" + ID;
    static final String INTENT = ".app.db.intent";

    private final Path folder;

    SwapFolder(Path folder) {
        this.folder = folder;
    }

    DatabaseFiles live() {
        Path main = folder.resolve("app.db");
        return new DatabaseFiles(
                main,
                Stream.of("-wal", "-shm", "-journal")
                        .map(end -> folder.resolve("app.db" + end))
                        .toList());
    }

    FileSwap swap() {
        return new FileSwap(live());
    }

    /** Puts a file there, with the folder it is in. */
    SwapFolder with(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    SwapFolder withQuarantine() throws IOException {
        Files.createDirectory(folder.resolve(QUARANTINE));
        return this;
    }

    /** An intent to put the word {@code new} in the place of {@code old} and these files. */
    SwapFolder withIntent(Integer... existed) throws IOException {
        String old = List.of(existed).contains(0) ? sha256("old") : "";
        Files.write(folder.resolve(INTENT), new SwapIntent(ID, sha256("new"), List.of(existed), old).encode());
        return this;
    }

    /** Moves a live file where the replacement would have moved it. */
    SwapFolder quarantined(String name) throws IOException {
        Files.createDirectories(folder.resolve(QUARANTINE));
        Files.move(folder.resolve(name), folder.resolve(QUARANTINE).resolve(name));
        return this;
    }

    /** Recovers, twice, because the second time must change nothing. */
    FileSwap.Recovery recover() throws IOException {
        FileSwap.Recovery recovery = swap().recover();
        Map<String, String> after = contents();
        FileSwap.Recovery again = swap().recover();
        assertThat(again.state()).as("second recovery").isEqualTo(DatabaseState.CLEAN);
        assertThat(again.actions()).as("second recovery").isEmpty();
        assertThat(contents()).as("second recovery").isEqualTo(after);
        return recovery;
    }

    /** Every file with its content. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> !path.equals(folder)).toList()) {
                boolean emptyFolder = Files.isDirectory(file) && Folders.sizeBytes(file) == 0;
                if (emptyFolder || Files.isRegularFile(file)) {
                    contents.put(folder.relativize(file).toString(), emptyFolder ? "(folder)" : Files.readString(file));
                }
            }
        }
        return contents;
    }

    static String sha256(String content) throws IOException {
        Path file = Files.createTempFile("sha", "");
        try {
            Files.write(file, content.getBytes(StandardCharsets.US_ASCII));
            return Checksum.of(file, Monitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
