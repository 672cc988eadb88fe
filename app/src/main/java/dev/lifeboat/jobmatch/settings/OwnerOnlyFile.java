package dev.lifeboat.jobmatch.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small files beside the settings that nobody but their owner can read. */
public final class OwnerOnlyFile {
    private OwnerOnlyFile() {}

    /**
     * Replaces a file as a whole, or makes it with its folder: whoever reads it sees the old content or the new one.
     *
     * @throws UserFileException when that is impossible; the file is as it was
     */
    public static void replace(Path file, byte[] content) throws UserFileException {
        Path target = file.toAbsolutePath();
        try {
            OwnerOnly.createFolder(target.getParent());
            Path temporary = OwnerOnly.writeTemporary(target.getParent(), target.getFileName() + ".", ".tmp", content);
            try {
                OwnerOnly.publish(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException refused) {
            throw new UserFileException(
                    Notice.of("settings.cannot-save", target.toString(), OwnerOnly.reason(refused)), refused);
        }
    }
}
