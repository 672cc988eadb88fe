package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Keeps a database's owner and permissions when another file takes its place. */
final class FileOwnership {
    private FileOwnership() {}

    /**
     * Gives one file another's owner and permissions as far as this process may. Without a file to copy from nothing
     * changes.
     */
    static void adopt(Path from, Path to) throws IOException {
        PosixFileAttributeView target =
                Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (target == null || !Files.exists(from)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes actual = target.readAttributes();
        if (!actual.owner().equals(wanted.owner()) || !actual.group().equals(wanted.group())) {
            try {
                target.setGroup(wanted.group());
                target.setOwner(wanted.owner());
            } catch (IOException onlyRootMay) {
                System.getLogger(FileOwnership.class.getName())
                        .log(System.Logger.Level.DEBUG, "cannot keep the owner of " + from, onlyRootMay);
            }
        }
        target.setPermissions(wanted.permissions());
    }
}
