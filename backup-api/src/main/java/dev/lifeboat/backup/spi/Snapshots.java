package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes one backup of the live database: copy, verify, force, record, publish. The caller holds the locks. */
final class Snapshots {
    private final BackupConfiguration configuration;
    private final Shelf shelf;
    private final Verifier verifier;

    Snapshots(BackupConfiguration configuration, Shelf shelf, Verifier verifier) {
        this.configuration = configuration;
        this.shelf = shelf;
        this.verifier = verifier;
    }

    /**
     * What to record beside the data itself.
     *
     * @param kind why the backup is made
     * @param trigger what asked for it
     * @param note a person's note
     */
    record Occasion(BackupKind kind, String trigger, String note) {}

    /** The part of the whole operation that this backup takes. */
    record Steps(Monitor copying, Monitor verifying) {
        static Steps of(Meter meter, Stage copyStage, Stage verifyStage, int from, int to) {
            int middle = from + (to - from) / 2;
            return new Steps(meter.step(copyStage, from, middle), meter.step(verifyStage, middle, to));
        }
    }

    Backup take(LiveDatabase live, Occasion occasion, Steps steps, OperationRun run)
            throws BackupException, IOException {
        try (Draft draft = draft(live, occasion, steps, run)) {
            return draft.publish();
        }
    }

    /** Copies and verifies the live data, and forces the copy, which nobody sees yet. */
    Draft draft(LiveDatabase live, Occasion occasion, Steps steps, OperationRun run)
            throws BackupException, IOException {
        Optional<Object> folder = folderKey();
        Instant createdAt = configuration.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Path copy = run.temporary(shelf.temporary());
        try {
            Durable.createFile(copy);
            live.copyTo(copy, steps.copying());
            Verifier.Reading reading = verifier.forceAndReadOwn(copy, othersWrite(live), steps.verifying());
            if (!reading.inspection().isIntact()) {
                throw explain(live, reading.inspection().findings());
            }
            return new Draft(copy, folder, createdAt, occasion, reading, run);
        } catch (BackupException | IOException failure) {
            run.discard(copy);
            throw explainChangedFolder(folder, failure);
        } catch (RuntimeException failure) {
            run.discard(copy);
            throw failure;
        }
    }

    /** A verified, forced copy that is not listed. Closing it removes it, unless it was published. */
    final class Draft implements AutoCloseable {
        private final Path copy;
        private final Optional<Object> folder;
        private final Instant createdAt;
        private final Occasion occasion;
        private final Verifier.Reading reading;
        private final OperationRun run;

        private Draft(
                Path copy,
                Optional<Object> folder,
                Instant createdAt,
                Occasion occasion,
                Verifier.Reading reading,
                OperationRun run) {
            this.copy = copy;
            this.folder = folder;
            this.createdAt = createdAt;
            this.occasion = occasion;
            this.reading = reading;
            this.run = run;
        }

        /** Makes it a backup. */
        Backup publish() throws BackupException, IOException {
            try {
                return run.change(() -> {
                    BackupName name = shelf.freeName(occasion.kind(), createdAt);
                    return shelf.publish(copy, metadata(name, createdAt, occasion, reading));
                });
            } catch (BackupException | IOException failure) {
                throw explainChangedFolder(folder, failure);
            }
        }

        @Override
        public void close() {
            run.discard(copy);
        }
    }

    private BackupException explainChangedFolder(Optional<Object> folder, Exception failure)
            throws BackupException, IOException {
        if (!folder.equals(folderKey())) {
            return new BackupException(
                    BackupError.DIRECTORY_NOT_FOUND,
                    Message.of("error.folder-changed", configuration.folder().toString()),
                    configuration.folder(),
                    failure);
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        return (BackupException) failure;
    }

    private Optional<Object> folderKey() throws IOException {
        return Catalog.identity(configuration.folder()).map(Catalog.Identity::key);
    }

    /** Whoever cannot be asked is taken to be busy. */
    private static boolean othersWrite(LiveDatabase live) {
        try {
            return live.changedSinceCopy();
        } catch (BackupException busy) {
            return true;
        }
    }

    private BackupMetadata metadata(BackupName name, Instant createdAt, Occasion occasion, Verifier.Reading reading) {
        return new BackupMetadata(
                name.fileName(),
                DatabaseFiles.canonical(configuration.database()).getFileName().toString(),
                createdAt,
                occasion.kind(),
                occasion.trigger(),
                reading.inspection().schemaVersion(),
                reading.sizeBytes(),
                reading.sha256(),
                configuration.applicationVersion(),
                reading.inspection().tableRows(),
                Optional.of(configuration.clock().instant().truncatedTo(ChronoUnit.MILLIS)),
                occasion.note(),
                reading.inspection().warnings(),
                List.of());
    }

    /** A bad copy of a bad database is the database's damage; a bad copy of a good one is the copy's. */
    private BackupException explain(LiveDatabase live, List<Message> findings) throws BackupException {
        Path database = configuration.database();
        List<Message> liveDamage = live.findStructuralDamage();
        if (!liveDamage.isEmpty()) {
            return new BackupException(
                    BackupError.DATABASE_DAMAGED,
                    Message.of("error.database-damaged", database.toString(), liveDamage.get(0)),
                    database);
        }
        return new BackupException(
                BackupError.VERIFICATION_FAILED,
                Message.of("error.verification", database.toString(), findings.get(0)),
                database);
    }
}
