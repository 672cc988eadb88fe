package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.ReturnPoint;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for the way back that a migration relies on. */
@Tag("FR-001")
abstract class ReturnRules extends Rules {
    ReturnRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void isGoneWhenItWasLifted() throws Exception {
        Backup backup = create();
        ReturnPoint point = service.setReturnPoint(backup.name());
        kind.write(database, SECOND);

        point.lift();

        assertThat(point.backup()).isEqualTo(backup.name());
        assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(liveContent()).isEqualTo(SECOND);
    }

    @Test
    void bringsTheDataBackWithoutASafetyBackup() throws Exception {
        Backup backup = create();
        ReturnPoint point = service.setReturnPoint(backup.name());
        kind.write(database, SECOND);

        RecoveryResult result = point.goBack(ProgressListener.NONE);

        assertThat(result.state()).isEqualTo(DatabaseState.OLD);
        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(names()).containsExactly(backup.name());
    }

    @Test
    void bringsTheDataBackWhereTheDatabaseIsGone() throws Exception {
        Backup backup = create();
        ReturnPoint point = service.setReturnPoint(backup.name());
        Files.delete(database);

        point.goBack(ProgressListener.NONE);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void removesOlderCopiesOfTheSameDataThatWereMadeForTheSamePurpose() throws Exception {
        kind.write(database, THIRD);
        Backup other = create(service, BackupKind.PRE_MIGRATION);
        kind.write(database, FIRST);
        Backup manual = create();
        Backup older = create(service, BackupKind.PRE_MIGRATION);
        Backup newest = create(service, BackupKind.PRE_MIGRATION);
        ReturnPoint point = service.setReturnPoint(newest.name());
        kind.write(database, SECOND);

        point.goBack(ProgressListener.NONE);

        assertThat(names())
                .containsExactlyInAnyOrder(manual.name(), other.name(), newest.name())
                .doesNotContain(older.name());
    }

    @Test
    void isLeftAloneWhileItsProcessLives() throws Exception {
        Backup backup = create();
        try (OtherProcess other = OtherProcess.returning(contract, configuration(), backup.name())) {
            kind.write(database, SECOND);

            assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);
            refused(BackupError.OPERATION_IN_PROGRESS, () -> service.setReturnPoint(backup.name()));

            assertThat(liveContent()).isEqualTo(SECOND);
            other.finish();
        }
        assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(liveContent()).isEqualTo(SECOND);
    }

    @Test
    void isGoneBackToWhenItsProcessWasKilled() throws Exception {
        Backup backup = create();
        try (OtherProcess other = OtherProcess.returning(contract, configuration(), backup.name())) {
            kind.write(database, SECOND);
            other.kill();
        }
        refused(BackupError.DATABASE_DAMAGED, () -> service.setReturnPoint(backup.name()));

        RecoveryResult result = service.recover();

        assertThat(result.state()).isEqualTo(DatabaseState.OLD);
        assertThat(result.actions()).isNotEmpty();
        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);
    }

    @Test
    void needsAPersonWhereItsBackupIsNoMore() throws Exception {
        Backup backup = create();
        Backup chosen = create();
        try (OtherProcess other = OtherProcess.returning(contract, configuration(), backup.name())) {
            kind.write(database, SECOND);
            other.kill();
        }
        Files.delete(backup.path());

        assertThat(service.recover().state()).isEqualTo(DatabaseState.NEITHER);
        assertThat(liveContent()).isEqualTo(SECOND);

        restore(chosen);
        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);
    }

    @Test
    void takesNoBackupThatIsNotVerified() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));

        refused(BackupError.INTEGRITY_FAILED, () -> service.setReturnPoint(backup.name()));
        refused(BackupError.INVALID_NAME, () -> service.setReturnPoint("../data.db"));
        refused(BackupError.BACKUP_NOT_FOUND, () -> service.setReturnPoint("backup_2020-01-01_00-00-00.db"));
    }
}
