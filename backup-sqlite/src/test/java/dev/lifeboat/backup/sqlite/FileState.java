package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What can be seen of a file from outside, to tell whether it was touched.
 *
 * @param inode which file it is
 * @param permissions its owner and mode
 * @param modified when its content last changed
 * @param size its bytes
 * @param content checksum of its content; 0 for what is no regular file
 */
record FileState(Object inode, String permissions, FileTime modified, long size, int content) {
    static FileState of(Path file) {
        try {
            boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            return new FileState(
                    Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS),
                    Files.getOwner(file, LinkOption.NOFOLLOW_LINKS) + " "
                            + PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)),
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS),
                    regular ? Files.size(file) : 0,
                    regular ? Arrays.hashCode(Files.readAllBytes(file)) : 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All files of one database that are there, by what their names add to its own. */
    static Map<String, FileState> ofDatabase(Path database) throws IOException {
        Map<String, FileState> states = new TreeMap<>();
        String name = database.getFileName().toString();
        try (Stream<Path> files = Files.list(database.getParent())) {
            files.filter(file -> file.getFileName().toString().matches("\\Q" + name + "\\E(-.*)?"))
                    .forEach(file -> states.put(file.getFileName().toString().substring(name.length()), of(file)));
        }
        return states;
    }
}
