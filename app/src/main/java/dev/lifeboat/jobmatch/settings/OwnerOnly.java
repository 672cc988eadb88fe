package dev.lifeboat.jobmatch.settings;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner can use, where the file system knows owners. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private OwnerOnly() {}

    /** Creates a folder and those above it that are missing. One that is there already is left as it is. */
    static void createFolder(Path folder) throws IOException {
        refuseObstacle(folder);
        Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** Names the file that is where this folder, or one above it, should be. */
    static void refuseObstacle(Path folder) throws NotDirectoryException {
        Path there = folder;
        while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        if (there != null && !Files.isDirectory(there)) {
            throw new NotDirectoryException(there.toString());
        }
    }

    /** Writes a new file of an unused name in this folder and forces it to the disk; leaves none when that fails. */
    static Path writeTemporary(Path folder, String prefix, String suffix, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(folder, prefix, suffix, attributes(folder, FILE));
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException refused) {
            Files.deleteIfExists(temporary);
            throw refused;
        }
        return temporary;
    }

    /** Puts a written file in the target's place at once, and forces the folder to the disk. */
    static void publish(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        if (!WINDOWS) {
            try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Takes a file away from everybody else, where the file system lets us: its folder is closed to them anyway. */
    static void restrict(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            if (view != null && !view.readAttributes().permissions().equals(FILE)) {
                view.setPermissions(FILE);
            }
        } catch (IOException goneOrNotOurs) {
            System.getLogger(OwnerOnly.class.getName()).log(Level.DEBUG, "cannot restrict " + file, goneOrNotOurs);
        }
    }

    /** Why the file system refused, in words that fit after a colon. */
    static Notice reason(IOException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return Notice.of("reason.denied");
        }
        if (refusal instanceof NotDirectoryException blocked) {
            return Notice.of("reason.in-the-way", blocked.getFile());
        }
        String words = refusal instanceof FileSystemException failure ? failure.getReason() : refusal.getMessage();
        return Notice.of("reason.other", words == null ? refusal.getClass().getSimpleName() : words);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
