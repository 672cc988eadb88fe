package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One restore: stage, verify, check the schema, save the live data, replace it, check it. The caller holds the locks.
 *
 * <p>Until the replacement begins a failure leaves everything as it was. From then on the live database is looked at
 * before anything is said about it.
 */
final class RestoreOperation {
    private final Workshop shop;
    private final RestoreRequest request;
    private final boolean saves;
    private final Meter meter;
    private final FileSwap swap;
    private final LiveSafety safety;
    private final List<Message> warnings = new ArrayList<>();
    private boolean begun;

    RestoreOperation(Workshop shop, RestoreRequest request, OperationRun run, Meter meter) {
        this(shop, request, run, meter, true);
    }

    /** One that replaces data which nobody wants back. */
    static RestoreOperation withoutSafety(Workshop shop, RestoreRequest request, OperationRun run, Meter meter) {
        return new RestoreOperation(shop, request, run, meter, false);
    }

    private RestoreOperation(Workshop shop, RestoreRequest request, OperationRun run, Meter meter, boolean saves) {
        this.shop = shop;
        this.saves = saves;
        this.request = request;
        this.meter = meter;
        this.swap = new FileSwap(shop.live());
        this.safety = new LiveSafety(shop, run, meter);
    }

    RestoreResult perform() throws BackupException {
        meter.begin(Stage.PREPARING, 0);
        Backup backup = shop.catalog().find(request.name());
        RestoreChecks.requireRestorable(backup, request, shop);
        requireSpace(backup);
        Path staged = swap.newStagedFile();
        try {
            Verifier.Reading reading = stage(backup, staged);
            replace(backup, staged, reading);
        } catch (BackupException failure) {
            removeStaged(staged).ifPresent(failure::addSuppressed);
            throw begun ? failure : undone(backup, failure);
        } catch (IOException failure) {
            removeStaged(staged).ifPresent(failure::addSuppressed);
            BackupException translated = IoErrors.translate(failure, shop.live().main());
            throw begun ? translated : undone(backup, translated);
        } catch (RuntimeException failure) {
            removeStaged(staged).ifPresent(failure::addSuppressed);
            if (!begun) {
                safety.discard(failure);
            }
            throw failure;
        }
        removeStaged(staged)
                .ifPresent(stays ->
                        warnings.add(Message.of("warning.cleanup-after", staged.toString(), IoErrors.reason(stays))));
        return new RestoreResult(backup.name(), safety.backup(), safety.preserved(), warnings);
    }

    /**
     * A failure before anything was replaced; one that nobody foresaw says that the old data is there, as the other
     * codes do.
     */
    private BackupException undone(Backup backup, BackupException failure) {
        safety.discard(failure);
        return failure.error() == BackupError.UNKNOWN ? failed(backup, failure) : failure;
    }

    private Optional<IOException> removeStaged(Path staged) {
        try {
            if (!swap.isPending()) {
                Files.deleteIfExists(staged);
            }
            return Optional.empty();
        } catch (IOException stays) {
            return Optional.of(stays);
        }
    }

    /** Copies the backup beside the live database; from here on only that copy is used. */
    private Verifier.Reading stage(Backup backup, Path staged) throws BackupException, IOException {
        Durable.createFile(staged);
        try {
            FileCopy.copy(backup.path(), staged, meter.step(Stage.VERIFYING, 0, 10));
        } catch (NoSuchFileException gone) {
            shop.catalog().requireThere(backup);
            throw gone;
        }
        Optional<SidecarFormat.Sidecar> sidecar = shop.catalog().sidecar(backup.path());
        Verifier.Reading reading = readWhileSaving(staged);
        List<Message> sideFiles = shop.verifier().sideFileWarnings(backup.path());
        Verification verification = Verifier.compare(backup.name(), reading, sidecar, sideFiles);
        if (verification instanceof Verification.Damaged damaged) {
            rememberDamage(sidecar, damaged);
            throw new BackupException(
                    BackupError.INTEGRITY_FAILED,
                    Message.of(
                            "error.integrity", backup.name(), damaged.findings().get(0)),
                    backup.path());
        }
        warnings.addAll(verification.warnings());
        if (backup.state() == BackupState.FOREIGN) {
            backup.metadata()
                    .ifPresent(other -> warnings.add(Message.of("warning.restored-foreign", other.databaseName())));
        }
        return reading;
    }

    /**
     * Checks the staged copy, and copies and checks the live data meanwhile: each leaves a processor idle half of the
     * time.
     */
    private Verifier.Reading readWhileSaving(Path staged) throws BackupException, IOException {
        try (Beside<Verifier.Reading> reading = Beside.start(
                "lifeboat-staged", () -> shop.verifier().forceAndRead(staged, meter.step(Stage.VERIFYING, 10, 40)))) {
            if (saves) {
                safety.begin(reading::isDone);
            }
            return reading.result();
        }
    }

    private void rememberDamage(Optional<SidecarFormat.Sidecar> sidecar, Verification.Damaged damaged) {
        if (sidecar.orElse(null) instanceof SidecarFormat.Readable readable
                && readable.metadata().name().equals(damaged.name())) {
            BackupMetadata metadata = readable.metadata().damaged(damaged.findings());
            try {
                shop.shelf().writeSidecar(metadata);
            } catch (IOException unwritable) {
                System.getLogger(getClass().getName())
                        .log(System.Logger.Level.WARNING, "cannot record the damage", unwritable);
            }
        }
    }

    private void replace(Backup backup, Path staged, Verifier.Reading reading) throws BackupException, IOException {
        try (LiveSafety open = safety) {
            meter.begin(Stage.SAVING, 40);
            if (saves) {
                open.prepare();
            }
            RestoreChecks.requireSchema(backup, reading.inspection().schemaVersion(), open.liveVersion(), request, shop)
                    .ifPresent(warnings::add);
            if (saves) {
                open.save();
            }
            meter.begin(Stage.RESTORING, 75);
            if (!replaceInPlaceOnceFree(backup, staged)) {
                open.saveAgainIfChanged();
                open.close();
                shop.engine().requireExclusive();
                FileOwnership.adopt(shop.live().main(), staged);
                replaceByRename(backup, staged, reading);
            }
            // While it is open: the last one to close a database writes its whole log back.
            confirm(backup, staged, reading);
        }
    }

    /** Waits here and not in the database for others to finish: what they commit meanwhile has to be saved too. */
    private boolean replaceInPlaceOnceFree(Backup backup, Path staged) throws BackupException, IOException {
        long start = System.nanoTime();
        while (true) {
            if (safety.saveAgainIfChanged()) {
                start = System.nanoTime();
            }
            try {
                return replaceInPlace(backup, staged);
            } catch (BackupException failure) {
                boolean patient = System.nanoTime() - start
                        < shop.configuration().busyTimeout().toNanos();
                if (failure.error() != BackupError.DATABASE_BUSY || !patient && !safety.changedSinceSaved()) {
                    throw failure;
                }
            }
            OperationLock.pause();
        }
    }

    private boolean replaceInPlace(Backup backup, Path staged) throws BackupException {
        Path main = shop.live().main();
        begun = true;
        try {
            if (!shop.engine()
                    .replaceInPlace(staged, () -> !safety.changedSinceSaved(), meter.step(Stage.RESTORING, 75, 90))) {
                begun = false;
                return false;
            }
        } catch (BackupException failure) {
            if (failure.error() == BackupError.DATABASE_BUSY) {
                begun = false;
                throw failure;
            }
            settle(backup, staged, failure);
        } catch (RuntimeException unforeseen) {
            Message what = Message.of("error.io", main.toString(), String.valueOf(unforeseen));
            settle(backup, staged, new BackupException(BackupError.UNKNOWN, what, main, unforeseen));
        }
        try {
            Durable.forceFolder(main.getParent());
        } catch (IOException failure) {
            throw unknown(backup, IoErrors.translate(failure, main), Message.of("state-found.new"));
        }
        return true;
    }

    private void replaceByRename(Backup backup, Path staged, Verifier.Reading reading) throws BackupException {
        boolean wasThere = Durable.isThere(shop.live().main());
        begun = true;
        try {
            swap.replace(staged, reading.sha256(), warnings)
                    .ifPresent(leftover -> warnings.add(Message.of(
                            "warning.cleanup-after", shop.live().folder().toString(), IoErrors.reason(leftover))));
        } catch (IOException failure) {
            settleSwap(backup, wasThere, IoErrors.translate(failure, shop.live().main()));
        }
    }

    /** After a failed replacement by renaming: recovery tells, or makes, which state is there. */
    private void settleSwap(Backup backup, boolean wasThere, BackupException failure) throws BackupException {
        DatabaseState state;
        try {
            state = swap.recover().state();
        } catch (IOException stillFailing) {
            failure.addSuppressed(stillFailing);
            throw unknown(backup, failure, Message.of("state-found.pending"));
        }
        if (state == DatabaseState.NEW) {
            warnings.add(Message.of("warning.confirm-failed", failure.message()));
        } else if (state == DatabaseState.NEITHER && wasThere) {
            throw unknown(backup, failure, neither());
        } else {
            throw failed(backup, failure);
        }
    }

    /**
     * After a failed replacement in place: the live data itself is compared, because an error may come after the
     * commit.
     */
    private void settle(Backup backup, Path staged, BackupException failure) throws BackupException {
        safety.close();
        boolean old;
        try {
            if (failure.error() == BackupError.UNKNOWN) {
                shop.engine().forgetUnfinished();
            }
            if (shop.engine().holds(staged)) {
                warnings.add(Message.of("warning.confirm-failed", failure.message()));
                return;
            }
            old = safety.backup().isPresent()
                    && shop.engine().holds(safety.backup().get().path());
        } catch (BackupException unreadable) {
            failure.addSuppressed(unreadable);
            throw unknown(backup, failure, unreadable());
        }
        if (!old) {
            throw unknown(backup, failure, neither());
        }
        if (failure.error() == BackupError.PERMISSION_DENIED) {
            safety.discard(failure);
        }
        throw failed(backup, failure);
    }

    private void confirm(Backup backup, Path staged, Verifier.Reading reading) throws BackupException {
        meter.begin(Stage.RESTORING, 90);
        try {
            shop.engine().confirmReplaced(reading.inspection());
        } catch (BackupException failure) {
            if (Files.exists(staged)) {
                settle(backup, staged, failure);
            } else {
                warnings.add(Message.of("warning.confirm-failed", failure.message()));
            }
        }
        meter.step(Stage.RESTORING, 90, 100).progress(1, 1);
    }

    private BackupException failed(Backup backup, BackupException cause) {
        BackupError code = cause.error() == BackupError.UNKNOWN ? BackupError.RESTORE_FAILED : cause.error();
        return new BackupException(
                code,
                Message.of("error.restore-failed", backup.name(), cause.message()),
                shop.live().main(),
                cause);
    }

    private BackupException unknown(Backup backup, BackupException cause, Message state) {
        return new BackupException(
                BackupError.UNKNOWN,
                Message.of("error.restore-unknown", backup.name(), cause.message(), state),
                shop.live().main(),
                cause);
    }

    private Message neither() {
        return safety.backup()
                .map(saved -> Message.of("state-found.neither", saved.name()))
                .orElseGet(this::unreadable);
    }

    private Message unreadable() {
        String saved = safety.backup()
                .map(Backup::name)
                .orElseGet(() -> safety.preserved().stream()
                        .findFirst()
                        .map(file -> file.getParent().toString())
                        .orElse("-"));
        return Message.of("state-found.unreadable", saved);
    }

    /**
     * The staged copy beside the database and twice the live data in the backup folder; together when they share a
     * disk.
     */
    private void requireSpace(Backup backup) throws BackupException {
        long staged = backup.sizeBytes();
        long saved = saves ? 2 * shop.engine().sizeBytes() : 0;
        Path beside = shop.live().folder();
        Path folder = shop.catalog().folder();
        if (FreeSpace.sameDisk(beside, folder)) {
            FreeSpace.require(beside, staged + saved);
        } else {
            FreeSpace.require(beside, staged);
            FreeSpace.require(folder, saved);
        }
    }
}
