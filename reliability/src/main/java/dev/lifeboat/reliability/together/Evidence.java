package dev.lifeboat.reliability.together;

import dev.lifeboat.backup.Backup;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Second names for backups, so that what they held can still be read after they were deleted. */
final class Evidence {
    private static final String GONE = "gone";

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    /** Keeps a backup, unless it is gone already; tells which, as it was listed and how it is kept. */
    String of(Backup backup) throws IOException {
        return Instance.of(backup) + " " + keep(backup);
    }

    private String keep(Backup backup) throws IOException {
        Path link = Files.createTempFile(folder, "link", "");
        Files.delete(link);
        try {
            Files.createLink(link, backup.path());
        } catch (NoSuchFileException deleted) {
            return GONE;
        }
        String key = backup.name() + "@" + Files.getAttribute(link, "unix:ino");
        try {
            Files.createLink(folder.resolve(key), link);
        } catch (FileAlreadyExistsException kept) {
            // That is the same file: its number is not given again while it has a name.
        }
        Files.delete(link);
        return key;
    }

    /**
     * What was kept.
     *
     * @param byKey what a backup held
     * @param byName what the backups of one name held
     * @param violations those that could not be read
     */
    record Heads(Map<String, Head> byKey, Map<String, List<Head>> byName, List<String> violations) {
        /** What a deed left: the backup that its words tell; empty when it was gone before it could be kept. */
        Optional<Head> toldBy(String words) {
            return Optional.ofNullable(byKey.get(words.substring(words.lastIndexOf(' ') + 1)));
        }

        List<Head> named(String name) {
            return byName.getOrDefault(name, List.of());
        }
    }

    /** Reads everything that was kept. */
    Heads read() throws IOException {
        Heads heads = new Heads(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String key = file.getFileName().toString();
                if (key.contains("@")) {
                    read(file, key, heads);
                }
            }
        }
        return heads;
    }

    private static void read(Path file, String key, Heads heads) {
        try {
            Head head = Head.ofBackup(file);
            heads.byKey.put(key, head);
            heads.byName
                    .computeIfAbsent(key.substring(0, key.indexOf('@')), name -> new ArrayList<>())
                    .add(head);
        } catch (SQLException torn) {
            heads.violations.add("backup " + key + ": " + torn.getMessage());
        }
    }
}
