package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The files around a database, by name and size. */
final class SqliteFiles {
    private SqliteFiles() {}

    /** Write-ahead log, its index and the rollback journal. */
    static List<Path> sides(Path database) {
        return List.of(wal(database), sharedMemory(database), journal(database));
    }

    static Path wal(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    static Path sharedMemory(Path database) {
        return database.resolveSibling(database.getFileName() + "-shm");
    }

    static Path journal(Path database) {
        return database.resolveSibling(database.getFileName() + "-journal");
    }

    static long walSize(Path database) {
        return size(wal(database));
    }

    /** Bytes of a regular file; 0 when there is none. */
    static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException vanished) {
            return 0;
        }
    }

    /** Creates an empty file that only its owner can read, where the platform can. */
    static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** A failure of Java's own file access, in the API's terms. */
    static BackupException translate(IOException failure, Path file) {
        if (failure instanceof AccessDeniedException) {
            return new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.permission", file.toString()), file, failure);
        }
        long available = file.getParent().toFile().getUsableSpace();
        if (available < (128 << 10)) {
            return new BackupException(
                    BackupError.INSUFFICIENT_SPACE,
                    Message.of("error.disk-full", file.toString(), new ByteSize(available)),
                    file,
                    failure);
        }
        String reason = String.valueOf(failure.getMessage());
        return new BackupException(BackupError.UNKNOWN, Message.of("error.io", file.toString(), reason), file, failure);
    }
}
