package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One way back to the backup of a {@link ReturnMark}. May be killed anywhere and run again; the mark goes last. */
final class ReturnOperation {
    private final Workshop shop;
    private final OperationRun run;
    private final Meter meter;
    private final SwapFiles files;

    /** The caller holds the locks of the database and of the folder. */
    ReturnOperation(Workshop shop, OperationRun run, Meter meter) {
        this.shop = shop;
        this.run = run;
        this.meter = meter;
        this.files = new SwapFiles(shop.live());
    }

    RecoveryResult perform() throws BackupException, IOException {
        ReturnMark mark = ReturnMark.read(files.returnMark())
                .orElseThrow(() -> new BackupException(
                        BackupError.BACKUP_NOT_FOUND,
                        Message.of("error.return-unreadable", files.returnMark().toString()),
                        files.returnMark()));
        Backup backup = find(mark);
        if (!holds(backup)) {
            RestoreOperation.withoutSafety(shop, RestoreRequest.of(backup.name()), run, meter)
                    .perform();
        }
        List<Message> actions = new ArrayList<>();
        actions.add(Message.of("recovered.returned", backup.name()));
        removeOlderCopies(backup, actions);
        remove(files);
        return new RecoveryResult(actions, DatabaseState.OLD);
    }

    /** Nobody will go back any more, and durably so. */
    static void remove(SwapFiles files) throws IOException {
        boolean there = Durable.isThere(files.returnMark()) || Durable.isThere(files.newReturnMark());
        Folders.deleteTree(files.returnMark());
        Folders.deleteTree(files.newReturnMark());
        if (there) {
            Durable.forceFolder(files.live().folder());
        }
    }

    private Backup find(ReturnMark mark) throws BackupException {
        Backup backup = shop.catalog().find(mark.backup());
        String sha256 = backup.metadata().map(BackupMetadata::sha256).orElse("");
        if (!sha256.equals(mark.sha256())) {
            throw new BackupException(
                    BackupError.INTEGRITY_FAILED, Message.of("error.return-changed", backup.name()), backup.path());
        }
        return backup;
    }

    private boolean holds(Backup backup) {
        try {
            return shop.engine().holds(backup.path());
        } catch (BackupException unreadable) {
            System.getLogger(getClass().getName())
                    .log(System.Logger.Level.DEBUG, "the live database will be replaced", unreadable);
            return false;
        }
    }

    /** The data is back by now, so a copy too many is no failure. */
    private void removeOlderCopies(Backup backup, List<Message> actions) throws BackupException {
        for (Backup other : shop.catalog().backups()) {
            boolean candidate =
                    other.kind().filter(BackupKind.PRE_MIGRATION::equals).isPresent()
                            && other.state() == BackupState.VERIFIED
                            && other.sizeBytes() == backup.sizeBytes()
                            && Backup.OLDEST_FIRST.compare(other, backup) < 0;
            if (candidate && holds(other)) {
                try {
                    shop.shelf().delete(other);
                    actions.add(Message.of("recovered.same-removed", other.name()));
                } catch (IOException stays) {
                    System.getLogger(getClass().getName())
                            .log(System.Logger.Level.WARNING, "cannot remove " + other.path(), stays);
                }
            }
        }
    }
}
