package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code settings.json}. It is no part of the database, so a restore leaves the settings as they are: where
 * the backups are must not change by restoring one.
 *
 * <p>The file is replaced as a whole: whoever reads it sees all of one writer's settings, and of two processes that
 * save at once the last one wins. Members that this version does not know stay, so that a newer version finds its
 * settings again. Safe for use by several threads.
 */
public final class SettingsFile {
    static final String NAME = "settings.json";
    static final int MAX_BYTES = 1_000_000;

    private static final String KEPT_ASIDE = NAME + ".unreadable";
    private static final String TEMPORARY = ".tmp";
    private static final Duration LEFT_OVER_AFTER = Duration.ofDays(1);
    private static final int SHOWN_CHARACTERS = 60;

    private final Path file;

    /** The settings file of this folder; neither needs to exist. */
    public SettingsFile(Path folder) {
        file = folder.toAbsolutePath().resolve(NAME);
    }

    /** Where the file is, or will be. */
    public Path path() {
        return file;
    }

    /**
     * Reads the settings. A file that is missing holds the defaults; what cannot be used is replaced by its default and
     * noted. Never fails, and never waits for a file that is a pipe.
     */
    public synchronized LoadedSettings load() {
        Content content = read();
        List<String> refused = new ArrayList<>();
        Settings settings = SettingsJson.settings(content.members, refused);
        List<Notice> notices = new ArrayList<>(content.problem.stream().toList());
        for (String key : refused) {
            notices.add(
                    Notice.of("settings.unusable-value", key, shortened(content.members.get(key)), file.toString()));
        }
        return new LoadedSettings(settings, notices);
    }

    /**
     * Writes the settings, durably and for their owner only. What stands in the file's place and is not settings is
     * kept as {@code settings.json.unreadable}, in place of an earlier one.
     *
     * @throws UserFileException when that is impossible; the file is as it was before, or kept aside
     */
    public synchronized void save(Settings settings) throws UserFileException {
        try {
            OwnerOnly.createFolder(file.getParent());
            Content old = read();
            Path target = old.problem.isEmpty() && Files.exists(file) ? file.toRealPath() : file;
            Path temporary = OwnerOnly.writeTemporary(
                    target.getParent(), NAME + ".", TEMPORARY, SettingsJson.encode(settings, old.members));
            try {
                if (old.problem.isPresent()) {
                    keepAside();
                }
                sweep(temporary);
                OwnerOnly.publish(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException refused) {
            throw new UserFileException(
                    Notice.of("settings.cannot-save", file.toString(), OwnerOnly.reason(refused)), refused);
        }
    }

    private Content read() {
        try {
            OwnerOnly.refuseObstacle(file.getParent());
            BasicFileAttributes itself =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (itself.isSymbolicLink() && !Files.exists(file)) {
                return unusable("settings.dangling");
            }
            if (!Files.isRegularFile(file)) {
                return unusable("settings.no-file");
            }
            return read(bytes());
        } catch (NoSuchFileException missing) {
            return new Content(Map.of(), Optional.empty());
        } catch (IOException unreadable) {
            return unusable("settings.cannot-read", OwnerOnly.reason(unreadable));
        }
    }

    private Content read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unusable("settings.too-large", new ByteSize(MAX_BYTES));
        }
        try {
            return new Content(SettingsJson.members(bytes), Optional.empty());
        } catch (IOException garbage) {
            System.getLogger(SettingsFile.class.getName()).log(Level.DEBUG, "cannot understand " + file, garbage);
            return unusable("settings.unreadable");
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private Content unusable(String key, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(file.toString(), KEPT_ASIDE));
        arguments.addAll(List.of(more));
        return new Content(Map.of(), Optional.of(new Notice(key, arguments)));
    }

    private void keepAside() throws IOException {
        try {
            Files.move(file, file.resolveSibling(KEPT_ASIDE), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException anotherProcessDid) {
            System.getLogger(SettingsFile.class.getName())
                    .log(Level.DEBUG, "already kept aside: " + file, anotherProcessDid);
        }
    }

    /** Removes what crashes left, known by being a day older than what was written just now. */
    private static void sweep(Path justWritten) {
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(justWritten.getParent(), NAME + ".*" + TEMPORARY)) {
            Instant now = Files.getLastModifiedTime(justWritten).toInstant();
            for (Path leftover : leftovers) {
                FileTime written = Files.getLastModifiedTime(leftover, LinkOption.NOFOLLOW_LINKS);
                if (written.toInstant().plus(LEFT_OVER_AFTER).isBefore(now)) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException | DirectoryIteratorException sweptNextTime) {
            System.getLogger(SettingsFile.class.getName())
                    .log(Level.DEBUG, "left for the next time: temporary files beside " + justWritten, sweptNextTime);
        }
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
    }

    /**
     * What the file holds.
     *
     * @param members as JSON texts, none when the file is missing or cannot be used
     * @param problem why it cannot be used
     */
    private record Content(Map<String, String> members, Optional<Notice> problem) {}
}
