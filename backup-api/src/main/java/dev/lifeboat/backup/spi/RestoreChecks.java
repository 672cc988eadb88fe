package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.SchemaVersion;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The refusals of a restore that need no look into the backup, and the one about schema versions. */
final class RestoreChecks {
    private RestoreChecks() {}

    /** Refuses what listing already knows not to be a backup of this database, and a place where no database can be. */
    static void requireRestorable(Backup backup, RestoreRequest request, Workshop shop) throws BackupException {
        if (!Files.isRegularFile(backup.path(), LinkOption.NOFOLLOW_LINKS)) {
            shop.catalog().requireThere(backup);
            throw new BackupException(
                    BackupError.INTEGRITY_FAILED,
                    Message.of("error.integrity", backup.name(), Message.of("finding.not-regular")),
                    backup.path());
        }
        if (backup.state() == BackupState.FOREIGN && !request.allowForeign()) {
            throw foreign(backup, shop).withHint(Message.of("hint.override-foreign"));
        }
        Path main = shop.live().main();
        if (Durable.isOtherThanFile(main) && !Files.isRegularFile(main)) {
            String key = Files.isDirectory(main) ? "error.database-directory" : "error.database-special";
            throw new BackupException(BackupError.RESTORE_FAILED, Message.of(key, main.toString()), main)
                    .withHint(Message.of("hint.move-away"));
        }
        Optional<Path> side = shop.live().strangeSide();
        if (side.isPresent()) {
            throw new BackupException(BackupError.RESTORE_FAILED, DatabaseFiles.notRegular(side.get()), side.get())
                    .withHint(Message.of("hint.move-away"));
        }
    }

    /** A file that is listed, but not as a backup of this database. */
    static BackupException foreign(Backup backup, Workshop shop) {
        Message message = backup.metadata()
                .map(known -> Message.of(
                        "error.backup-foreign",
                        backup.name(),
                        known.databaseName(),
                        shop.catalog().databaseName()))
                .orElse(Message.of("error.backup-not-ours", backup.name()));
        return new BackupException(BackupError.BACKUP_NOT_FOUND, message, backup.path());
    }

    /**
     * Compares the version that was read from the staged copy with what the application supports or, without one, with
     * the live database (FR-015). Returns a warning when an override let a newer one pass.
     */
    static Optional<Message> requireSchema(
            Backup backup,
            Optional<SchemaVersion> staged,
            Optional<SchemaVersion> live,
            RestoreRequest request,
            Workshop shop)
            throws BackupException {
        Optional<SchemaVersion> supported = shop.configuration().supportedSchema();
        Optional<SchemaVersion> limit = supported.isPresent() ? supported : live;
        if (staged.isEmpty() || limit.isEmpty() || !staged.get().isNewerThan(limit.get())) {
            return Optional.empty();
        }
        if (request.allowNewerSchema()) {
            return Optional.of(Message.of(
                    "warning.restored-newer-schema",
                    staged.get().value(),
                    limit.get().value()));
        }
        String key = supported.isPresent() ? "error.schema-too-new" : "error.schema-newer-than-live";
        BackupException refusal = new BackupException(
                BackupError.SCHEMA_TOO_NEW,
                Message.of(key, backup.name(), staged.get().value(), limit.get().value()),
                backup.path());
        throw supported.isPresent() ? refusal : refusal.withHint(Message.of("hint.override-schema"));
    }
}
