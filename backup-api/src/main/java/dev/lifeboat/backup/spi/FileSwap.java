package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Replaces the live files by renaming, so that a crash at any moment can be finished or undone.
 *
 * <p>The live files go to a quarantine folder, side files first, before the staged file takes their place: a database
 * must never be seen beside a write-ahead log that is not its own. A durable intent, written first, lets
 * {@link #recover} know what was meant. The caller holds the operation lock, nobody has the database open, and the old
 * data is saved elsewhere already.
 */
final class FileSwap {
    private final DatabaseFiles live;
    private final SwapFiles files;

    FileSwap(DatabaseFiles live) {
        this.live = live;
        this.files = new SwapFiles(live);
    }

    /** A new name for a staged file beside the live database. */
    Path newStagedFile() {
        return files.staged(UUID.randomUUID().toString().replace("-", ""));
    }

    /** Whether an interrupted replacement waits for {@link #recover}. */
    boolean isPending() {
        return Durable.isThere(files.intent());
    }

    /** Whether there is anything for {@link #recover} to do. */
    boolean hasTraces() throws BackupException {
        try {
            return !files.beginningWith("").isEmpty();
        } catch (IOException failure) {
            throw IoErrors.translate(failure, live.folder());
        }
    }

    /**
     * Replaces the live files with the staged one, whose content has this checksum and is forced.
     *
     * @param notes receives what people should know about files that had appeared meanwhile
     * @return why something could not be tidied up after the replacement, which is done and durable
     * @throws IOException when {@link #recover} has to find out how far it came
     */
    Optional<IOException> replace(Path staged, String sha256, List<Message> notes) throws IOException {
        List<Integer> existed = new ArrayList<>();
        for (int i = 0; i < live.all().size(); i++) {
            if (Durable.isThere(live.all().get(i))) {
                existed.add(i);
            }
        }
        SwapIntent intent = new SwapIntent(files.id(staged), sha256, existed, SwapIntent.checksum(live.main()));
        Durable.createFolder(files.quarantine(intent.id()));
        Durable.replace(files.intent(), files.newIntent(), intent.encode());
        advance(intent, notes);
        try {
            conclude(intent);
            return Optional.empty();
        } catch (IOException leftover) {
            return Optional.of(leftover);
        }
    }

    /** What recovery did about an interrupted replacement; {@link DatabaseState#CLEAN} when there was none. */
    record Recovery(DatabaseState state, List<Message> actions) {}

    /** Finishes or undoes an interrupted replacement and removes leftovers. Running it again changes nothing. */
    Recovery recover() throws IOException {
        return new SwapRecovery(this, files).run();
    }

    /**
     * Staged files that no intent speaks of: left by a restore that replaces in place, or that had not begun to
     * replace.
     */
    List<Path> abandonedStagedFiles() throws IOException {
        return isPending()
                ? List.of()
                : files.allStaged().stream()
                        .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .toList();
    }

    /** Moves the live files out of the way and the staged one into their place, from wherever that stopped. */
    void advance(SwapIntent intent, List<Message> notes) throws IOException {
        FoundFiles found = new FoundFiles(files, notes);
        Path quarantine = files.quarantine(intent.id());
        if (!Durable.isThere(quarantine)) {
            Durable.createFolder(quarantine);
        }
        for (int i = live.all().size() - 1; i >= 0; i--) {
            Path file = live.all().get(i);
            Path target = files.quarantined(intent.id(), file);
            if (Durable.isThere(file)) {
                if (intent.existed().contains(i) && !Durable.isThere(target)) {
                    Files.move(file, target);
                } else {
                    found.keep(file);
                }
            }
        }
        found.seal();
        Durable.forceFolder(quarantine);
        Durable.forceFolder(live.folder());
        Files.move(files.staged(intent.id()), live.main());
        Durable.forceFolder(live.folder());
    }

    /** Removes the traces of a replacement that is finished or undone, and durably so; the intent first. */
    void conclude(SwapIntent intent) throws IOException {
        Files.deleteIfExists(files.intent());
        Durable.forceFolder(live.folder());
        Folders.deleteTree(files.staged(intent.id()));
        Folders.deleteTree(files.quarantine(intent.id()));
        Durable.forceFolder(live.folder());
    }
}
