package dev.lifeboat.backup.spi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The hidden files beside a live database, most of which a replacement by renaming uses.
 *
 * @param live the files that are replaced
 */
record SwapFiles(DatabaseFiles live) {
    /** File systems take 255 bytes; the longest suffix has 44. */
    private static final int MAX_NAME_BYTES = 200;

    private static final String STAGED = "staged-";
    private static final String QUARANTINE = "quarantine-";

    Path staged(String id) {
        return hidden(STAGED + id);
    }

    /** The identifier in a staged file's name. */
    String id(Path staged) {
        return staged.getFileName()
                .toString()
                .substring(hidden(STAGED).getFileName().toString().length());
    }

    /** Where the old files go. */
    Path quarantine(String id) {
        return hidden(QUARANTINE + id);
    }

    /** Where one of the live files goes. */
    Path quarantined(String id, Path file) {
        return quarantine(id).resolve(file.getFileName());
    }

    Path intent() {
        return hidden("intent");
    }

    Path newIntent() {
        return hidden("intent-new");
    }

    /** Names the backup to go back to. */
    Path returnMark() {
        return hidden("return-point");
    }

    Path newReturnMark() {
        return hidden("return-point-new");
    }

    /** Collects what appeared after a crash, until all of it is there and the folder gets its visible name. */
    Path finding() {
        return hidden("finding");
    }

    /** A visible name that nothing has, for what appeared after a crash. */
    Path freeFoundFolder() {
        int number = 1;
        while (Durable.isThere(live.main().resolveSibling(base() + ".found-" + number))) {
            number++;
        }
        return live.main().resolveSibling(base() + ".found-" + number);
    }

    List<Path> allStaged() throws IOException {
        return beginningWith(STAGED);
    }

    List<Path> allQuarantines() throws IOException {
        return beginningWith(QUARANTINE);
    }

    /** Hidden files of this database whose name goes on like this. */
    List<Path> beginningWith(String suffix) throws IOException {
        String start = hidden(suffix).getFileName().toString();
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(live.folder())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(live.folder(), file -> isOurs(file, start))) {
                files.forEach(found::add);
            }
        }
        return found;
    }

    /** Those of another database, whose own name goes on like ours, have a further dot. */
    private static boolean isOurs(Path file, String start) {
        String name = file.getFileName().toString();
        return name.startsWith(start) && name.indexOf('.', start.length()) < 0;
    }

    private Path hidden(String suffix) {
        return live.main().resolveSibling("." + base() + "." + suffix);
    }

    /** The database's own name, as long as that leaves room for a suffix. */
    private String base() {
        String name = live.main().getFileName().toString();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length > MAX_NAME_BYTES ? UUID.nameUUIDFromBytes(bytes).toString() : name;
    }
}
