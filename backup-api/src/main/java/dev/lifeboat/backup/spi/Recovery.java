package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finishes or undoes what a crash interrupted, then sweeps. The caller holds the database's lock. */
final class Recovery {
    private Recovery() {}

    /**
     * Recovers; sweeps the backup folder only when the caller holds its lock too, because another database may be using
     * it.
     */
    static RecoveryResult run(Workshop shop, boolean folderLocked, OperationRun run, Meter meter)
            throws BackupException, IOException {
        FileSwap swap = new FileSwap(shop.live());
        DatabaseState inPlace = stateAfterInPlace(shop, swap);
        FileSwap.Recovery recovery = swap.recover();
        List<Message> actions = new ArrayList<>(recovery.actions());
        if (inPlace == DatabaseState.NEW) {
            actions.add(0, Message.of("recovered.already-done"));
        } else if (inPlace == DatabaseState.OLD) {
            actions.add(0, Message.of("recovered.rolled-back"));
        }
        Optional<RecoveryResult> returned = SetReturnPoint.recover(shop, run, meter);
        returned.ifPresent(result -> actions.addAll(result.actions()));
        List<String> swept = folderLocked ? shop.shelf().sweep() : List.of();
        swept.forEach(name -> actions.add(Shelf.swept(name)));
        DatabaseState restored = recovery.state() == DatabaseState.CLEAN ? inPlace : recovery.state();
        return new RecoveryResult(actions, returned.map(RecoveryResult::state).orElse(restored));
    }

    /**
     * A staged file without an intent is what a restore in place leaves when its process dies. The database has then
     * kept or finished the replacement by its own journal; comparing tells which.
     */
    private static DatabaseState stateAfterInPlace(Workshop shop, FileSwap swap) throws IOException {
        List<Path> abandoned = swap.abandonedStagedFiles();
        boolean readable = Files.isRegularFile(shop.live().main())
                && shop.live().strangeSide().isEmpty();
        if (abandoned.isEmpty() || !readable) {
            return DatabaseState.CLEAN;
        }
        try {
            for (Path staged : abandoned) {
                if (shop.engine().holds(staged)) {
                    return DatabaseState.NEW;
                }
            }
            return DatabaseState.OLD;
        } catch (BackupException unreadable) {
            System.getLogger(Recovery.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot tell which data an interrupted restore left", unreadable);
            return DatabaseState.CLEAN;
        }
    }
}
