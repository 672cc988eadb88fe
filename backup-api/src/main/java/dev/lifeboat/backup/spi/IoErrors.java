package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in the API's terms what the file system refused. */
final class IoErrors {
    private IoErrors() {}

    /** The failure as an error code; the path is the file the operation was about. */
    static BackupException translate(IOException failure, Path path) {
        Path culprit = failure instanceof FileSystemException known && known.getFile() != null
                ? Path.of(known.getFile())
                : path;
        if (failure instanceof AccessDeniedException || says(failure, "Operation not permitted")) {
            return new BackupException(
                    BackupError.PERMISSION_DENIED,
                    Message.of("error.permission", culprit.toString()),
                    culprit,
                    failure);
        }
        if (isReadOnly(failure, culprit)) {
            return new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.read-only", culprit.toString()), culprit, failure);
        }
        if (says(failure, "No space left") || says(failure, "quota") || FreeSpace.isExhausted(path)) {
            ByteSize available = new ByteSize(FreeSpace.availableBytes(path));
            return new BackupException(
                    BackupError.INSUFFICIENT_SPACE,
                    Message.of("error.disk-full", culprit.toString(), available),
                    culprit,
                    failure);
        }
        return new BackupException(
                BackupError.UNKNOWN, Message.of("error.io", culprit.toString(), reason(failure)), culprit, failure);
    }

    /** What the system said, without the path that Java puts before it. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "no such file: " + missing.getFile();
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static boolean isReadOnly(IOException failure, Path path) {
        if (says(failure, "Read-only file system")) {
            return true;
        }
        try {
            return Files.exists(path) && Files.getFileStore(path).isReadOnly();
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean says(IOException failure, String words) {
        return failure.getMessage() != null && failure.getMessage().contains(words);
    }
}
