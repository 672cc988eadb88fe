package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Saves the live data before a restore replaces it: as a verified safety backup or, when it is damaged, as raw files
 * (FR-018). Stays open afterwards, so that a commit in between is noticed.
 */
final class LiveSafety implements AutoCloseable {
    private static final int MAX_SNAPSHOTS = 3;
    private static final int FROM_PERCENT = 40;
    private static final int COPIED_PERCENT = 57;
    private static final int TO_PERCENT = 75;
    private static final Snapshots.Occasion OCCASION = new Snapshots.Occasion(BackupKind.SAFETY, "restore", "");

    private final Workshop shop;
    private final OperationRun run;
    private final Meter meter;
    private Optional<LiveDatabase> live = Optional.empty();
    private Optional<Snapshots.Draft> draft = Optional.empty();
    private Optional<Backup> backup = Optional.empty();
    private List<Path> preserved = List.of();
    private Optional<SchemaVersion> liveVersion = Optional.empty();
    private boolean preservedForRollback;
    private int snapshots;

    LiveSafety(Workshop shop, OperationRun run, Meter meter) {
        this.shop = shop;
        this.run = run;
        this.meter = meter;
    }

    /** The safety backup; empty when the live data was damaged or missing. */
    Optional<Backup> backup() {
        return backup;
    }

    /** Copies of the raw files of a damaged database. */
    List<Path> preserved() {
        return preserved;
    }

    /** The live schema version; empty when it cannot be read. */
    Optional<SchemaVersion> liveVersion() {
        return liveVersion;
    }

    /**
     * Copies and checks the live data already, while nobody knows yet whether there will be a restore: nothing is
     * listed, and {@link #discard} leaves nothing. A head start only: where it would change the database's files, or
     * does not succeed, {@link #save} does it all, and says what is wrong.
     *
     * @param shown whether its progress is what the person should see
     */
    void begin(BooleanSupplier shown) {
        try {
            if (!shop.engine().needsRollback()) {
                open();
                draft = Optional.of(shop.snapshots().draft(live.orElseThrow(), OCCASION, steps(shown), run));
                snapshots++;
            }
        } catch (BackupException | IOException later) {
            close();
            System.getLogger(LiveSafety.class.getName())
                    .log(System.Logger.Level.DEBUG, "the safety backup begins later", later);
        }
    }

    /**
     * Opens the live database, if it is one. A transaction that a crash left half-written is undone only after the raw
     * files are copied.
     */
    void prepare() throws BackupException, IOException {
        if (draft.isPresent()) {
            return;
        }
        try {
            if (shop.engine().needsRollback()) {
                preserve();
                preservedForRollback = true;
            }
            open();
        } catch (BackupException failure) {
            acceptDamage(failure);
        }
    }

    private void open() throws BackupException {
        LiveDatabase opened = shop.engine().open();
        live = Optional.of(opened);
        liveVersion = versionOf(opened);
    }

    /** Makes the safety backup, or copies the raw files; again when somebody has committed meanwhile. */
    void save() throws BackupException, IOException {
        if (live.isPresent()) {
            try {
                saveReadable(live.get());
            } catch (BackupException failure) {
                acceptDamage(failure);
            }
        }
        if (live.isEmpty() && preserved.isEmpty()) {
            preserve();
        }
        if (backup.isPresent() && preservedForRollback) {
            Folders.deleteTree(preserved.get(0).getParent());
            preserved = List.of();
        }
    }

    private void saveReadable(LiveDatabase database) throws BackupException, IOException {
        if (draft.isPresent() && !database.changedSinceCopy()) {
            backup = Optional.of(draft.get().publish());
        }
        dropDraft();
        if (backup.isEmpty()) {
            snapshot(database);
        }
    }

    private void dropDraft() {
        draft.ifPresent(Snapshots.Draft::close);
        draft = Optional.empty();
    }

    /** Removes what was saved, because nothing was replaced after all. */
    void discard(Exception failure) {
        close();
        dropDraft();
        try {
            if (backup.isPresent()) {
                shop.shelf().delete(backup.get());
            }
            if (!preserved.isEmpty()) {
                Folders.deleteTree(preserved.get(0).getParent());
            }
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }

    /** Closes the live database; its saved copies stay. */
    @Override
    public void close() {
        live.ifPresent(LiveDatabase::close);
        live = Optional.empty();
    }

    /**
     * Makes another safety backup in place of the first when somebody has committed since (at most three in all).
     *
     * @return whether it did
     */
    boolean saveAgainIfChanged() throws BackupException, IOException {
        if (!changedSinceSaved()) {
            return false;
        }
        snapshot(live.orElseThrow());
        return true;
    }

    /** Whether somebody has committed since the safety backup was made, if there is one. */
    boolean changedSinceSaved() throws BackupException {
        return live.isPresent() && backup.isPresent() && live.get().changedSinceCopy();
    }

    private void snapshot(LiveDatabase database) throws BackupException, IOException {
        do {
            if (snapshots == MAX_SNAPSHOTS) {
                Path main = shop.live().main();
                throw new BackupException(
                        BackupError.DATABASE_BUSY, Message.of("error.database-changing", main.toString()), main);
            }
            snapshots++;
            Backup newer = shop.snapshots().take(database, OCCASION, steps(() -> true), run);
            Optional<Backup> outdated = backup;
            backup = Optional.of(newer);
            if (outdated.isPresent()) {
                shop.shelf().delete(outdated.get());
            }
        } while (database.changedSinceCopy());
    }

    private Snapshots.Steps steps(BooleanSupplier shown) {
        return new Snapshots.Steps(
                meter.step(Stage.SAVING, FROM_PERCENT, COPIED_PERCENT, shown),
                meter.step(Stage.SAVING, COPIED_PERCENT, TO_PERCENT, shown));
    }

    /** A version that the application's reader cannot make out is none: it must not block the repair. */
    private static Optional<SchemaVersion> versionOf(LiveDatabase database) throws BackupException {
        try {
            return database.schemaVersion();
        } catch (BackupException failure) {
            if (failure.error() != BackupError.UNKNOWN) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /** A bad live database never blocks its own repair; anything else does. */
    private void acceptDamage(BackupException failure) throws BackupException {
        boolean unusable = failure.error() == BackupError.DATABASE_DAMAGED
                || failure.error() == BackupError.DATABASE_NOT_FOUND
                || failure.error() == BackupError.VERIFICATION_FAILED;
        if (!unusable) {
            throw failure;
        }
        close();
    }

    private void preserve() throws BackupException, IOException {
        List<Path> files = shop.live().existing();
        if (!files.isEmpty()) {
            Path temporary = run.temporary(shop.shelf().temporary());
            preserved = shop.rawFiles().preserve(files, temporary);
        }
    }
}
