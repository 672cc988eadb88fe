package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** File operations whose effect survives a power cut once they return, and files that only their owner can read. */
final class Durable {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private Durable() {}

    /**
     * Forces a file's content and size to the disk. A failure is final: the pages may be lost, so it is never tried
     * again. Returns the file.
     */
    static Path force(Path file) throws IOException {
        sync(file, StandardOpenOption.WRITE);
        return file;
    }

    /** Forces a folder's entries to the disk; Windows offers no way to, and journals them by itself. */
    static void forceFolder(Path folder) throws IOException {
        if (!WINDOWS) {
            sync(folder, StandardOpenOption.READ);
        }
    }

    /** Creates a new, empty file that only its owner can use. */
    static void createFile(Path file) throws IOException {
        Files.createFile(file, ownerOnly(file, OWNER_FILE));
    }

    /** Creates a folder that only its owner can use, and durably so, with the folders above it that are missing. */
    static void createFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null && Files.notExists(parent)) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(folder, ownerOnly(folder, OWNER_FOLDER));
        } catch (FileAlreadyExistsException madeByAnother) {
            if (!Files.isDirectory(folder)) {
                throw madeByAnother;
            }
        }
        if (parent != null) {
            forceFolder(parent);
        }
    }

    /**
     * Writes a file under a temporary name, forces it and renames it, so that the target is complete whenever it is
     * seen. Fails when something else is found there afterwards, because the folder was replaced by a copy meanwhile.
     */
    static void replace(Path target, Path temporary, byte[] content) throws IOException {
        createFile(temporary);
        Files.write(temporary, content);
        force(temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
        requireSize(target, content.length);
    }

    /** Fails when a file that was written from its beginning to its end has another size. */
    static void requireSize(Path file, long written) throws IOException {
        long size = Files.size(file);
        if (size != written) {
            throw new FileSystemException(
                    file.toString(), null, "it has " + size + " bytes after " + written + " were written to it");
        }
    }

    /** Gives a file its final name without ever replacing another one. */
    static void publish(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException noHardLinks) {
            Files.move(temporary, target);
        }
        forceFolder(target.getParent());
        Files.deleteIfExists(temporary);
    }

    /** Whether there is anything of that name, a broken link included. */
    static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether there is anything else than a file of that name, such as a link. One look: files come and go. */
    static boolean isOtherThanFile(Path path) {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (IOException nothing) {
            return false;
        }
    }

    private static void sync(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, Set<PosixFilePermission> permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
