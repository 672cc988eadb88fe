package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.PreservedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The raw files of a damaged database, copied as they are found into {@code preserved_<time>/} (FR-018). They are
 * copied and not moved, so that a failing restore leaves the live files where they were; clean-up never touches the
 * copies.
 */
final class RawFiles {
    private static final String PREFIX = "preserved_";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss").withResolverStyle(ResolverStyle.STRICT);

    private final Path folder;
    private final Clock clock;

    RawFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Copies the files into a temporary folder, forces them and names the folder. Returns the copies, which are whole
     * even if the backup folder was replaced by a copy meanwhile.
     */
    List<Path> preserve(List<Path> files, Path temporary) throws BackupException, IOException {
        Map<Path, Long> sizes = new LinkedHashMap<>();
        Durable.createFolder(temporary);
        for (Path file : files) {
            Path copy = temporary.resolve(file.getFileName());
            Durable.createFile(copy);
            sizes.put(file.getFileName(), FileCopy.copy(file, copy, Monitor.NONE));
            Durable.force(copy);
        }
        Durable.forceFolder(temporary);
        Path target = freeName();
        Files.move(temporary, target);
        Durable.forceFolder(folder);
        for (Map.Entry<Path, Long> copy : sizes.entrySet()) {
            Durable.requireSize(target.resolve(copy.getKey()), copy.getValue());
        }
        return sizes.keySet().stream().map(target::resolve).toList();
    }

    /** Whether something in the backup folder may be preserved files, by its name. */
    static boolean isNamedLikePreserved(Catalog.Entry entry) {
        return entry.name().startsWith(PREFIX);
    }

    /** What was preserved among what is named so, newest first. */
    static List<PreservedFiles> among(List<Catalog.Entry> named, ZoneId zone) throws IOException {
        List<PreservedFiles> found = new ArrayList<>();
        for (Catalog.Entry entry : named) {
            if (Files.isDirectory(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
                Optional<LocalDateTime> time = parse(entry.name());
                if (time.isPresent()) {
                    Instant instant = time.get().atZone(zone).toInstant();
                    found.add(new PreservedFiles(entry.path(), instant, Folders.sizeBytes(entry.path())));
                }
            }
        }
        found.sort(Comparator.comparing(PreservedFiles::createdAt)
                .thenComparing(PreservedFiles::path)
                .reversed());
        return found;
    }

    private Path freeName() {
        String base = PREFIX + TIME.format(LocalDateTime.ofInstant(clock.instant(), clock.getZone()));
        Path name = folder.resolve(base);
        for (int i = 2; Durable.isThere(name); i++) {
            name = folder.resolve(base + "_" + i);
        }
        return name;
    }

    private static Optional<LocalDateTime> parse(String name) {
        int timeEnd = PREFIX.length() + "uuuu-MM-dd_HH-mm-ss".length();
        if (name.length() < timeEnd || !name.substring(timeEnd).matches("(_[1-9][0-9]*)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(name.substring(PREFIX.length(), timeEnd), TIME));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
