package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.ReturnPoint;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A backup service whose backups are files in one folder: everything but the knowledge of one kind of database, which
 * an engine brings.
 *
 * <p>Each changing operation runs on a thread of its own that interrupts cannot reach; listeners are called there.
 */
public final class FolderBackupService implements BackupService {
    private final BackupConfiguration configuration;
    private final Workshop shop;

    /** A service for one database. Opens nothing yet. */
    public FolderBackupService(BackupConfiguration configuration, DatabaseEngine engine, SidecarFormat format) {
        this.configuration = configuration;
        this.shop = Workshop.of(configuration, engine, format);
    }

    @Override
    public BackupConfiguration configuration() {
        return configuration;
    }

    @Override
    public Backup create(CreateRequest request, ProgressListener progress) throws BackupException {
        refuseInterruptedRestore();
        shop.live().requireRegular();
        return OperationRun.call(false, configuration.folder(), run -> {
            try (OperationLock lock = OperationLock.ofDatabase(configuration, Operation.CREATE)) {
                refuseInterruptedRestore();
                Meter meter = new Meter(Operation.CREATE, progress, lock, run);
                meter.begin(Stage.PREPARING, 0);
                try (LiveDatabase live = shop.engine().open()) {
                    FreeSpace.require(configuration.folder(), 2 * shop.engine().sizeBytes());
                    ensureFolder();
                    lock.alsoFolder(configuration.folder());
                    shop.shelf().sweep();
                    Snapshots.Occasion occasion =
                            new Snapshots.Occasion(request.kind(), request.trigger(), request.note());
                    Snapshots.Steps steps = Snapshots.Steps.of(meter, Stage.COPYING, Stage.VERIFYING, 2, 96);
                    Backup backup = shop.snapshots().take(live, occasion, steps, run);
                    meter.begin(Stage.PUBLISHING, 100);
                    return backup;
                }
            }
        });
    }

    @Override
    public BackupList list() throws BackupException {
        boolean emptyDefault = configuration.namedFolder().isEmpty() && Files.notExists(configuration.folder());
        if (emptyDefault) {
            return new BackupList(List.of(), Optional.empty(), List.of());
        }
        Catalog.Contents contents = shop.catalog().contents();
        try {
            ZoneId zone = configuration.clock().getZone();
            List<Backup> backups = contents.backups();
            return new BackupList(backups, lastBackup(backups), RawFiles.among(contents.preserved(), zone));
        } catch (IOException failure) {
            throw IoErrors.translate(failure, configuration.folder());
        }
    }

    @Override
    public Backup show(String name) throws BackupException {
        return shop.catalog().find(name);
    }

    @Override
    public Verification verify(String name, ProgressListener progress) throws BackupException {
        Backup backup = shop.catalog().find(name);
        return OperationRun.call(false, backup.path(), run -> {
            OperationLock unlocked = OperationLock.none(Operation.VERIFY);
            return new VerifyOperation(shop, run, new Meter(Operation.VERIFY, progress, unlocked, run)).perform(name);
        });
    }

    @Override
    public RestorePreview preview(RestoreRequest request) throws BackupException {
        Backup backup = shop.catalog().find(request.name());
        Optional<BackupException> refusal = Optional.empty();
        try {
            RestoreChecks.requireRestorable(backup, request, shop);
            if (backup.state() == BackupState.DAMAGED) {
                throw new BackupException(
                        BackupError.INTEGRITY_FAILED,
                        Message.of(
                                "error.integrity",
                                backup.name(),
                                backup.remarks().get(0)),
                        backup.path());
            }
            if (configuration.supportedSchema().isPresent()) {
                RestoreChecks.requireSchema(backup, backup.schemaVersion(), Optional.empty(), request, shop);
            }
        } catch (BackupException refused) {
            refusal = Optional.of(refused);
        }
        boolean exists = Files.exists(shop.live().main());
        return new RestorePreview(backup, exists, shop.engine().sizeBytes(), refusal);
    }

    @Override
    public RestoreResult restore(RestoreRequest request, ProgressListener progress) throws BackupException {
        shop.catalog().find(request.name());
        requireDatabaseFolder();
        return OperationRun.call(true, shop.live().main(), run -> {
            try (OperationLock lock = OperationLock.ofDatabase(configuration, Operation.RESTORE);
                    HostPresence alone = Presence.claim(configuration)) {
                lock.alsoFolder(configuration.folder());
                Meter meter = new Meter(Operation.RESTORE, progress, lock, run);
                Recovery.run(shop, true, run, new Meter(Operation.RESTORE, ProgressListener.NONE, lock, run));
                RestoreResult result = new RestoreOperation(shop, request, run, meter).perform();
                SetReturnPoint.forget(shop);
                return result;
            }
        });
    }

    @Override
    public void delete(String name) throws BackupException {
        shop.catalog().find(name);
        locked(Operation.DELETE, ProgressListener.NONE, (run, meter) -> {
            Backup backup = shop.catalog().find(name);
            if (backup.state() == BackupState.FOREIGN) {
                throw RestoreChecks.foreign(backup, shop);
            }
            boolean another = shop.catalog().backups().stream()
                    .anyMatch(other -> other.isUsable() && !other.name().equals(backup.name()));
            if (backup.isUsable() && !another) {
                throw new BackupException(
                        BackupError.LAST_BACKUP_PROTECTED,
                        Message.of("error.last-backup", backup.name()),
                        backup.path());
            }
            return run.change(() -> {
                shop.shelf().delete(backup);
                return backup;
            });
        });
    }

    @Override
    public Backup annotate(String name, String note) throws BackupException {
        shop.catalog().find(name);
        return locked(Operation.ANNOTATE, ProgressListener.NONE, (run, meter) -> {
            Backup backup = shop.catalog().find(name);
            Optional<BackupMetadata> metadata =
                    backup.metadata().filter(known -> known.name().equals(backup.name()));
            if (backup.state() == BackupState.FOREIGN || metadata.isEmpty()) {
                throw new BackupException(
                        BackupError.BACKUP_NOT_FOUND, Message.of("error.no-sidecar", backup.name()), backup.path());
            }
            return run.change(() -> {
                try {
                    shop.shelf().writeSidecar(metadata.get().withNote(note));
                } catch (NoSuchFileException gone) {
                    shop.catalog().requireThere(backup);
                    throw gone;
                }
                return shop.catalog().find(name);
            });
        });
    }

    @Override
    public CleanupPlan planCleanup(RetentionPolicy policy) throws BackupException {
        return policy.plan(shop.catalog().backupsIfAny(), configuration.clock().instant());
    }

    @Override
    public CleanupResult cleanUp(CleanupPlan plan, ProgressListener progress) throws BackupException {
        if (plan.deletions().isEmpty()) {
            return new CleanupResult(List.of(), plan.kept(), List.of());
        }
        return locked(
                Operation.CLEANUP, progress, (run, meter) -> new CleanupOperation(shop, plan, run, meter).perform());
    }

    @Override
    public ReturnPoint setReturnPoint(String name) throws BackupException {
        Backup backup = shop.catalog().find(name);
        requireDatabaseFolder();
        return SetReturnPoint.to(shop, backup);
    }

    @Override
    public RecoveryResult recover() throws BackupException {
        boolean interrupted = new FileSwap(shop.live()).hasTraces() || SetReturnPoint.hasTraces(shop.live());
        if (Files.notExists(configuration.folder()) && !interrupted) {
            return new RecoveryResult(List.of(), DatabaseState.CLEAN);
        }
        requireDatabaseFolder();
        return OperationRun.call(true, shop.live().main(), run -> {
            try (OperationLock lock = OperationLock.ofDatabase(configuration, Operation.RECOVER)) {
                boolean hasFolder = canSweep();
                if (hasFolder) {
                    lock.alsoFolder(configuration.folder());
                }
                Meter meter = new Meter(Operation.RECOVER, ProgressListener.NONE, lock, run);
                return Recovery.run(shop, hasFolder, run, meter);
            }
        });
    }

    @Override
    public BackupStatus status() throws BackupException {
        List<Backup> backups = shop.catalog().backupsIfAny();
        return new BackupStatus(
                OperationLock.running(configuration),
                lastBackup(backups),
                shop.engine().sizeBytes(),
                FreeSpace.availableBytes(configuration.folder()));
    }

    @Override
    public HostPresence holdPresence() throws BackupException {
        requireDatabaseFolder();
        return Presence.claim(configuration);
    }

    /** What runs under both locks. */
    @FunctionalInterface
    private interface LockedBody<T> {
        T run(OperationRun run, Meter meter) throws BackupException, IOException;
    }

    private <T> T locked(Operation operation, ProgressListener progress, LockedBody<T> body) throws BackupException {
        return OperationRun.call(false, configuration.folder(), run -> {
            try (OperationLock lock = OperationLock.ofDatabase(configuration, operation)) {
                lock.alsoFolder(configuration.folder());
                return body.run(run, new Meter(operation, progress, lock, run));
            }
        });
    }

    private void refuseInterruptedRestore() throws BackupException {
        Path main = shop.live().main();
        if (new FileSwap(shop.live()).isPending()) {
            throw new BackupException(
                            BackupError.DATABASE_DAMAGED,
                            Message.of("error.restore-interrupted", main.toString()),
                            main)
                    .withHint(Message.of("hint.recover"));
        }
    }

    private void requireDatabaseFolder() throws BackupException {
        Path folder = shop.live().folder();
        if (!Files.isDirectory(folder)) {
            throw new BackupException(
                    BackupError.RESTORE_FAILED, Message.of("error.database-folder-missing", folder.toString()), folder);
        }
    }

    /** A backup folder that cannot be written to is no reason why the database could not be opened. */
    private boolean canSweep() {
        return Files.isDirectory(configuration.folder()) && Files.isWritable(configuration.folder());
    }

    private void ensureFolder() throws BackupException, IOException {
        Path folder = configuration.folder();
        if (Files.notExists(folder)) {
            Durable.createFolder(folder);
        } else if (!Files.isDirectory(folder)) {
            throw new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.folder-not-directory", folder.toString()), folder);
        }
    }

    private Optional<Backup> lastBackup(List<Backup> backups) {
        return RetentionPolicy.newestVerified(backups, configuration.clock().instant());
    }
}
