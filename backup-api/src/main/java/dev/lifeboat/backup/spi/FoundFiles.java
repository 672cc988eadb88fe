package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps files that appeared after a crash where they do not belong: beside the database, never overwritten, never
 * deleted.
 *
 * <p>They are collected in a hidden folder, which gets a visible name when all of them are there. So a main file always
 * lies with its own side files, also when the process dies in between.
 */
final class FoundFiles {
    private final SwapFiles files;
    private final List<Message> notes;

    FoundFiles(SwapFiles files, List<Message> notes) {
        this.files = files;
        this.notes = notes;
    }

    /** Takes one file. */
    void keep(Path file) throws IOException {
        Path target = files.finding().resolve(file.getFileName());
        if (Durable.isThere(target) || !Files.isDirectory(files.finding(), LinkOption.NOFOLLOW_LINKS)) {
            seal();
        }
        if (!Durable.isThere(files.finding())) {
            Durable.createFolder(files.finding());
        }
        Files.move(file, target);
    }

    /** Gives what was taken, now or before a crash, its visible name. */
    void seal() throws IOException {
        if (!Durable.isThere(files.finding())) {
            return;
        }
        if (Files.isDirectory(files.finding(), LinkOption.NOFOLLOW_LINKS)) {
            Durable.forceFolder(files.finding());
        }
        Path folder = files.freeFoundFolder();
        Files.move(files.finding(), folder);
        Durable.forceFolder(folder.getParent());
        notes.add(Message.of("recovered.found", folder.toString()));
    }
}
