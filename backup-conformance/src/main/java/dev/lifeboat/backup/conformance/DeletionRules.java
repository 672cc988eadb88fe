package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for deleting one backup. */
@Tag("FR-021")
abstract class DeletionRules extends Rules {
    private static final String NAME = "backup_2026-01-01_00-00-00.db";

    DeletionRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void removesTheBackupAndItsSidecarAndNothingElse() throws Exception {
        Backup stays = create();
        FolderSnapshot before = FolderSnapshot.of(home);
        Backup goes = create();

        service.delete(goes.name());

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
        assertThat(service.list().backups()).containsExactly(stays);
        refused(BackupError.BACKUP_NOT_FOUND, () -> service.show(goes.name()));
    }

    @Test
    void refusesTheLastBackup() throws Exception {
        Backup last = create();
        FolderSnapshot before = FolderSnapshot.of(home);

        BackupException refusal = refused(BackupError.LAST_BACKUP_PROTECTED, () -> service.delete(last.name()));

        assertThat(refusal.message(Locale.ENGLISH)).contains(last.name());
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void refusesTheLastBackupThatIsNotDamaged() throws Exception {
        Backup damaged = create();
        Backup good = create();
        Damage.truncateToHalf(damaged.path());

        refused(BackupError.LAST_BACKUP_PROTECTED, () -> service.delete(good.name()));

        assertThat(good.path()).exists();
        assertThat(sidecar(good)).exists();
    }

    @Test
    void doesNotCountForeignFilesAsBackups() throws Exception {
        Backup mine = create();
        create(openNeighbour(), BackupKind.MANUAL);
        Files.copy(database, folder.resolve("notes.db"));

        refused(BackupError.LAST_BACKUP_PROTECTED, () -> service.delete(mine.name()));

        assertThat(mine.path()).exists();
    }

    @Test
    void countsAnUnverifiedBackup() throws Exception {
        Backup unverified = create();
        Files.delete(sidecar(unverified));
        Backup verified = create();

        service.delete(verified.name());

        assertThat(names()).containsExactly(unverified.name());
        refused(BackupError.LAST_BACKUP_PROTECTED, () -> service.delete(unverified.name()));
    }

    @Test
    void removesADamagedBackupEvenIfItIsAlone() throws Exception {
        Backup damaged = create();
        Damage.flipBit(damaged.path());
        service.verify(damaged.name(), ProgressListener.NONE);

        service.delete(damaged.name());

        assertThat(FolderSnapshot.of(folder).entries()).isEmpty();
    }

    @Test
    void removesAPreMigrationBackupAndASafetyBackup() throws Exception {
        Backup stays = create();
        Backup preMigration = create(service, BackupKind.PRE_MIGRATION);
        Backup safety = restore(stays).safetyBackup().orElseThrow();

        service.delete(preMigration.name());
        service.delete(safety.name());

        assertThat(names()).containsExactly(stays.name());
    }

    @Test
    @Tag("FR-003")
    void refusesABackupOfAnotherDatabase() throws Exception {
        create();
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> service.delete(theirs.name()));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void refusesALink() throws Exception {
        Backup backup = create();
        Path outside = Files.copy(backup.path(), home.resolve("outside.db"));
        Files.createSymbolicLink(folder.resolve(NAME), outside);
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> service.delete(NAME));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void refusesAFolder() throws Exception {
        create();
        Files.createDirectory(folder.resolve(NAME));
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> service.delete(NAME));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void needsNoDatabase() throws Exception {
        Backup stays = create();
        Backup goes = create();
        Files.delete(database);

        service.delete(goes.name());

        assertThat(names()).containsExactly(stays.name());
        assertThat(database).doesNotExist();
    }
}
