package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.ReturnPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A return point that this process has set. A locked byte says that the process lives; it dies with it, while the mark
 * stays.
 */
final class SetReturnPoint implements ReturnPoint {
    private final Workshop shop;
    private final SwapFiles files;
    private final String backup;
    private final LockFile.Hold hold;

    private SetReturnPoint(Workshop shop, String backup, LockFile.Hold hold) {
        this.shop = shop;
        this.files = new SwapFiles(shop.live());
        this.backup = backup;
        this.hold = hold;
    }

    /** Sets one; the folder of the database exists. */
    static ReturnPoint to(Workshop shop, Backup backup) throws BackupException {
        if (backup.state() != BackupState.VERIFIED) {
            throw new BackupException(
                    BackupError.INTEGRITY_FAILED, Message.of("error.return-unverified", backup.name()), backup.path());
        }
        SwapFiles files = new SwapFiles(shop.live());
        Path main = shop.live().main();
        try {
            LockFile.Hold hold = lock(shop)
                    .orElseThrow(() -> new BackupException(
                            BackupError.OPERATION_IN_PROGRESS, Message.of("error.return-held", main.toString()), main));
            try {
                if (Durable.isThere(files.returnMark())) {
                    throw new BackupException(
                                    BackupError.DATABASE_DAMAGED,
                                    Message.of("error.return-interrupted", main.toString()),
                                    main)
                            .withHint(Message.of("hint.recover"));
                }
                String sha256 = backup.metadata().orElseThrow().sha256();
                ReturnOperation.remove(files);
                Durable.replace(
                        files.returnMark(), files.newReturnMark(), new ReturnMark(backup.name(), sha256).encode());
            } catch (BackupException | IOException failure) {
                hold.close();
                throw failure;
            }
            return new SetReturnPoint(shop, backup.name(), hold);
        } catch (IOException failure) {
            throw IoErrors.translate(failure, files.returnMark());
        }
    }

    /** Whether there is a mark, or the beginning of one. */
    static boolean hasTraces(DatabaseFiles live) {
        SwapFiles files = new SwapFiles(live);
        return Durable.isThere(files.returnMark()) || Durable.isThere(files.newReturnMark());
    }

    /**
     * Goes back to what a process that died has set; empty when there is nothing to do because none has, or because the
     * process lives. That there is no way back is a state and not a failure: the mark stays, and a person chooses.
     */
    static Optional<RecoveryResult> recover(Workshop shop, OperationRun run, Meter meter) throws IOException {
        SwapFiles files = new SwapFiles(shop.live());
        if (!hasTraces(shop.live())) {
            return Optional.empty();
        }
        Optional<LockFile.Hold> hold = lock(shop);
        if (hold.isEmpty()) {
            return Optional.empty();
        }
        try (LockFile.Hold ours = hold.get()) {
            if (!Durable.isThere(files.returnMark())) {
                ReturnOperation.remove(files);
                return Optional.empty();
            }
            // The process may have died before it forced the mark's name.
            Durable.forceFolder(files.live().folder());
            return Optional.of(new ReturnOperation(shop, run, meter).perform());
        } catch (BackupException failure) {
            Message told = Message.of("recovered.return-failed", failure.message());
            return Optional.of(new RecoveryResult(List.of(told), DatabaseState.NEITHER));
        }
    }

    /** A person has chosen other data: what a process that died has set no longer counts. */
    static void forget(Workshop shop) throws IOException {
        if (hasTraces(shop.live())) {
            Optional<LockFile.Hold> hold = lock(shop);
            if (hold.isPresent()) {
                try (LockFile.Hold ours = hold.get()) {
                    ReturnOperation.remove(new SwapFiles(shop.live()));
                }
            }
        }
    }

    @Override
    public String backup() {
        return backup;
    }

    @Override
    public void lift() throws BackupException {
        try {
            ReturnOperation.remove(files);
            hold.close();
        } catch (IOException failure) {
            throw IoErrors.translate(failure, files.returnMark());
        }
    }

    @Override
    public RecoveryResult goBack(ProgressListener progress) throws BackupException {
        return OperationRun.call(true, shop.live().main(), run -> {
            try (OperationLock lock = OperationLock.ofDatabase(shop.configuration(), Operation.RESTORE)) {
                lock.alsoFolder(shop.configuration().folder());
                Meter meter = new Meter(Operation.RESTORE, progress, lock, run);
                RecoveryResult result = new ReturnOperation(shop, run, meter).perform();
                hold.close();
                return result;
            }
        });
    }

    private static Optional<LockFile.Hold> lock(Workshop shop) throws IOException {
        return LockFile.of(OperationLock.databaseLock(shop.configuration())).tryLock(LockFile.Slot.RETURN_POINT);
    }
}
