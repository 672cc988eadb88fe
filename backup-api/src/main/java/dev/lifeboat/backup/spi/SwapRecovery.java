package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One recovery of an interrupted {@link FileSwap}. May itself be killed anywhere and run again. */
final class SwapRecovery {
    private final FileSwap swap;
    private final SwapFiles files;
    private final DatabaseFiles live;
    private final List<Message> actions = new ArrayList<>();
    private final FoundFiles found;

    SwapRecovery(FileSwap swap, SwapFiles files) {
        this.swap = swap;
        this.files = files;
        this.live = files.live();
        this.found = new FoundFiles(files, actions);
    }

    FileSwap.Recovery run() throws IOException {
        DatabaseState state = DatabaseState.CLEAN;
        if (swap.isPending()) {
            // The process may have died before it forced the intent, which has to be there if the power fails during
            // what follows.
            Durable.forceFolder(live.folder());
            Optional<SwapIntent> intent = SwapIntent.read(files.intent());
            state = intent.isPresent() ? resume(intent.get()) : withoutIntent();
        }
        found.seal();
        sweep();
        return new FileSwap.Recovery(state, actions);
    }

    private DatabaseState resume(SwapIntent intent) throws IOException {
        Path staged = files.staged(intent.id());
        if (isWhole(staged, intent)) {
            if (Durable.isThere(live.main()) && !(isOldMainLive(intent) && isUntouched(intent))) {
                keepAll(live.all());
            }
            swap.advance(intent, actions);
            swap.conclude(intent);
            actions.add(0, Message.of("recovered.finished"));
            return DatabaseState.NEW;
        }
        if (!Durable.isThere(staged) && Durable.isThere(live.main()) && !isOldMainLive(intent)) {
            // The staged file was renamed. That must be on the disk before the intent, which tells what to do, is gone.
            Durable.forceFolder(live.folder());
            swap.conclude(intent);
            actions.add(Message.of("recovered.already-done"));
            return DatabaseState.NEW;
        }
        undo(intent);
        swap.conclude(intent);
        return stateAfterUndoing();
    }

    /** A staged file that cannot be read is none; the old data is then the better choice. */
    private static boolean isWhole(Path staged, SwapIntent intent) {
        if (!Files.isRegularFile(staged, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return Checksum.of(staged, Monitor.NONE).equals(intent.sha256());
        } catch (IOException unreadable) {
            System.getLogger(SwapRecovery.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot read " + staged, unreadable);
            return false;
        }
    }

    private boolean isOldMainLive(SwapIntent intent) {
        return intent.hadMain()
                && Durable.isThere(live.main())
                && !Durable.isThere(files.quarantined(intent.id(), live.main()));
    }

    /**
     * Whether nobody used the old main file after its side files were moved away; if somebody did, they are no longer
     * its own.
     */
    private boolean isUntouched(SwapIntent intent) throws IOException {
        for (Path side : live.sides()) {
            boolean away = Durable.isThere(files.quarantined(intent.id(), side));
            if (away && (hasContent(side) || hasContent(files.finding().resolve(side.getFileName())))) {
                return false;
            }
        }
        return SwapIntent.checksum(live.main()).equals(intent.oldSha256());
    }

    private static boolean hasContent(Path file) throws IOException {
        return Durable.isThere(file) && Files.size(file) > 0;
    }

    private void undo(SwapIntent intent) throws IOException {
        List<Path> kept = live.all().stream()
                .map(file -> files.quarantined(intent.id(), file))
                .toList();
        boolean oldMainLive = isOldMainLive(intent);
        if (oldMainLive && !isUntouched(intent)) {
            keepAll(kept);
        } else {
            if (Durable.isThere(live.main()) && !oldMainLive) {
                keepAll(live.all());
            }
            putBack(kept);
        }
        found.seal();
        if (Durable.isThere(files.quarantine(intent.id()))) {
            Durable.forceFolder(files.quarantine(intent.id()));
        }
        Durable.forceFolder(live.folder());
    }

    /**
     * The intent cannot be read, so nobody knows what was there. What lies in quarantine goes back, unless the staged
     * file has taken its place already; then it is kept where people see it.
     */
    private DatabaseState withoutIntent() throws IOException {
        List<Path> quarantines =
                files.allQuarantines().stream().filter(SwapRecovery::isFolder).toList();
        boolean renamed = files.allStaged().isEmpty() && Durable.isThere(live.main()) && !quarantines.isEmpty();
        for (Path quarantine : quarantines) {
            List<Path> kept = live.all().stream()
                    .map(file -> quarantine.resolve(file.getFileName()))
                    .toList();
            if (renamed) {
                keepAll(kept);
            } else {
                if (Durable.isThere(kept.get(0)) && Durable.isThere(live.main())) {
                    keepAll(live.all());
                }
                putBack(kept);
            }
            found.seal();
            Durable.forceFolder(quarantine);
        }
        Durable.forceFolder(live.folder());
        Folders.deleteTree(files.intent());
        Durable.forceFolder(live.folder());
        if (renamed) {
            actions.add(Message.of("recovered.already-done"));
            return DatabaseState.NEW;
        }
        return stateAfterUndoing();
    }

    private DatabaseState stateAfterUndoing() {
        boolean there = Durable.isThere(live.main());
        actions.add(Message.of(there ? "recovered.rolled-back" : "recovered.neither"));
        return there ? DatabaseState.OLD : DatabaseState.NEITHER;
    }

    /** Moves files back to their places, side files first; whatever has come to be there is kept elsewhere. */
    private void putBack(List<Path> kept) throws IOException {
        for (int i = kept.size() - 1; i >= 0; i--) {
            Path place = live.all().get(i);
            if (Durable.isThere(kept.get(i))) {
                if (Durable.isThere(place)) {
                    found.keep(place);
                }
                Files.move(kept.get(i), place);
            }
        }
    }

    /**
     * Keeps a database with its side files. The main file goes last, so that a crash in between is seen for what it is.
     */
    private void keepAll(List<Path> mainFirst) throws IOException {
        for (int i = mainFirst.size() - 1; i >= 0; i--) {
            if (Durable.isThere(mainFirst.get(i))) {
                found.keep(mainFirst.get(i));
            }
        }
    }

    /**
     * Without an intent, a quarantine is what a finished replacement left, unless the database is gone and lies in it.
     */
    private void sweep() throws IOException {
        List<Path> leftovers = new ArrayList<>(files.allStaged());
        leftovers.addAll(files.beginningWith("compared-"));
        leftovers.addAll(files.beginningWith("intent-new"));
        for (Path quarantine : files.allQuarantines()) {
            if (Durable.isThere(live.main()) || !isFolder(quarantine) || isEmpty(quarantine)) {
                leftovers.add(quarantine);
            }
        }
        if (!leftovers.isEmpty()) {
            // That they are leftovers may be seen from a change that is not on the disk yet, such as the intent's
            // removal.
            Durable.forceFolder(live.folder());
        }
        for (Path leftover : leftovers) {
            Folders.deleteTree(leftover);
            actions.add(Shelf.swept(leftover.getFileName().toString()));
        }
        if (!leftovers.isEmpty()) {
            Durable.forceFolder(live.folder());
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
