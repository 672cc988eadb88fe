package dev.lifeboat.backup.conformance;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything below a folder at one moment: names, types and the checksums of files. Lock files are left out, because
 * they stay for good, and so are empty folders called {@code backups}, where a lock may have been.
 *
 * @param entries what is there, by path relative to the folder
 */
record FolderSnapshot(SortedMap<String, String> entries) {
    static FolderSnapshot of(Path folder) throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(path -> !path.equals(folder) && !isLock(path) && !isEmptyBackupFolder(path))
                    .forEach(path -> entries.put(folder.relativize(path).toString(), describe(path)));
        }
        return new FolderSnapshot(entries);
    }

    /** The same without one of its files. */
    FolderSnapshot without(String relativePath) {
        SortedMap<String, String> rest = new TreeMap<>(entries);
        rest.remove(relativePath);
        return new FolderSnapshot(rest);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static boolean isLock(Path path) {
        return path.getFileName().toString().endsWith(".lock");
    }

    private static boolean isEmptyBackupFolder(Path path) {
        if (!path.endsWith("backups") || !Files.isDirectory(path, NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.allMatch(FolderSnapshot::isLock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link to " + Files.readSymbolicLink(path);
            }
            if (Files.isDirectory(path, NOFOLLOW_LINKS)) {
                return "folder";
            }
            return Files.isRegularFile(path, NOFOLLOW_LINKS) ? sha256(Files.readAllBytes(path)) : "special file";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
