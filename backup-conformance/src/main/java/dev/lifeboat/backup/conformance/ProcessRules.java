package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for several processes on one database, and for processes that die. */
abstract class ProcessRules extends Rules {
    ProcessRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-026")
    void anotherProcessExcludesUsUntilItIsDone() throws Exception {
        OtherProcess other = closeLater(OtherProcess.creating(contract, configuration(), Stage.VERIFYING));

        BackupException refusal = refused(BackupError.OPERATION_IN_PROGRESS, this::create);
        Progress running = service.status().running().orElseThrow();
        assertThat(refusal.message(Locale.ENGLISH))
                .contains(Operation.CREATE.text().in(Locale.ENGLISH));
        assertThat(running.operation()).isEqualTo(Operation.CREATE);
        assertThat(service.list().backups()).isEmpty();

        other.finish();
        Backup mine = create();
        assertThat(service.status().running()).isEmpty();
        assertThat(service.list().backups())
                .hasSize(2)
                .contains(mine)
                .allMatch(backup -> backup.state() == BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-026")
    void weExcludeAnotherProcessUntilWeAreDone() throws Exception {
        HeldOperation<Backup> running = closeLater(HeldOperation.start(
                progress -> true, listener -> service.create(CreateRequest.manual("held"), listener)));

        OtherProcess refused = closeLater(OtherProcess.creating(contract, configuration()));
        refused.expect("refused OPERATION_IN_PROGRESS");

        running.finish();
        OtherProcess done = closeLater(OtherProcess.creating(contract, configuration()));
        done.expect("done backup_");
    }

    @Test
    @Tag("FR-003")
    void anotherProcessWithANeighbourInTheSameFolderExcludesUs() throws Exception {
        openNeighbour();
        BackupConfiguration neighbour = configuration(home.resolve("neighbour.db"));
        OtherProcess other = closeLater(OtherProcess.creating(contract, neighbour, Stage.VERIFYING));

        refused(BackupError.OPERATION_IN_PROGRESS, this::create);

        other.finish();
        create();
    }

    @Test
    @Tag("FR-026")
    void aKilledBackupFreesTheNextAndLeavesNothingBehind() throws Exception {
        OtherProcess other = closeLater(OtherProcess.creating(contract, configuration(), Stage.VERIFYING));
        refused(BackupError.OPERATION_IN_PROGRESS, this::create);

        other.kill();
        Backup backup = create();

        assertThat(service.list().backups()).containsExactly(backup);
        assertNothingUnfinished();
        assertThat(service.status().running()).isEmpty();
    }

    @Test
    @Tag("FR-026")
    void aKilledBackupIsSweptByRecovery() throws Exception {
        OtherProcess other = closeLater(OtherProcess.creating(contract, configuration(), Stage.VERIFYING));
        other.kill();
        assertThat(service.status().running()).as("the dead run nothing").isEmpty();

        service.recover();

        assertNothingUnfinished();
        assertThat(service.list().backups()).isEmpty();
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-029")
    void aKilledRestoreLeavesOldOrNewDataAndLosesNeither() throws Exception {
        for (Stage stage : List.of(Stage.PREPARING, Stage.VERIFYING, Stage.SAVING, Stage.RESTORING)) {
            kind.write(database, FIRST);
            Backup backup = create();
            kind.write(database, SECOND);
            OtherProcess other = closeLater(OtherProcess.restoring(contract, configuration(), backup.name(), stage));
            other.kill();

            service.recover();

            List<String> content = liveContent();
            assertThat(content).as("killed while %s", stage).isIn(FIRST, SECOND);
            if (content.equals(FIRST)) {
                assertThat(contentOf(newestSafetyBackup().path())).isEqualTo(SECOND);
            }
            assertThat(service.recover().actions()).as("recovery is done").isEmpty();
            assertNothingUnfinished();
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    @Tag("FR-029")
    void aKilledRestoreOverADamagedDatabaseCanBeRepeated() throws Exception {
        Backup backup = create();
        for (Stage stage : List.of(Stage.SAVING, Stage.RESTORING)) {
            Damage.zeroHead(database);
            OtherProcess other = closeLater(OtherProcess.restoring(contract, configuration(), backup.name(), stage));
            other.kill();
            service.recover();

            restore(backup);

            assertThat(liveContent()).as("killed while %s", stage).isEqualTo(FIRST);
            assertNothingUnfinished();
            clock.advance(Duration.ofHours(1));
        }
    }

    @Test
    @Tag("FR-026")
    void aRunningApplicationExcludesRestoresByOthersOnly() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        FolderSnapshot before = FolderSnapshot.of(home);
        OtherProcess application = closeLater(OtherProcess.present(contract, configuration()));

        refused(
                BackupError.DATABASE_BUSY,
                () -> service.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE));
        refused(BackupError.DATABASE_BUSY, () -> service.holdPresence());
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);

        create(service, BackupKind.AUTOMATIC);
        application.finish();
        restore(backup);
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-026")
    void theApplicationItselfRestoresWhileItIsRunning() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        HostPresence presence = closeLater(service.holdPresence());

        OtherProcess other = closeLater(OtherProcess.restoring(contract, configuration(), backup.name()));
        other.expect("refused DATABASE_BUSY");
        assertThat(liveContent()).isEqualTo(SECOND);

        restore(backup);
        assertThat(liveContent()).isEqualTo(FIRST);

        presence.close();
        kind.write(database, SECOND);
        OtherProcess next = closeLater(OtherProcess.restoring(contract, configuration(), backup.name()));
        next.expect("done " + backup.name());
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-026")
    void thePresenceOfAnApplicationEndsWhenItIsKilled() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        OtherProcess application = closeLater(OtherProcess.present(contract, configuration()));

        application.kill();
        restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-026")
    void thePresenceOfAnApplicationMayEndTwice() throws Exception {
        HostPresence presence = service.holdPresence();

        presence.close();
        presence.close();

        closeLater(service.holdPresence());
    }

    private Backup newestSafetyBackup() throws BackupException {
        return service.list().backups().stream()
                .filter(backup -> backup.kind().equals(Optional.of(BackupKind.SAFETY)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Only the database with what a killed reader leaves beside it, its backups with their sidecars, and what was
     * preserved.
     */
    private void assertNothingUnfinished() throws Exception {
        Set<Path> known = new HashSet<>(kind.sideFiles(database));
        known.add(database);
        known.add(folder);
        for (Backup backup : service.list().backups()) {
            known.add(backup.path());
            known.add(sidecar(backup));
        }
        List<Path> preserved =
                service.list().preserved().stream().map(PreservedFiles::path).toList();
        assertThat(FolderSnapshot.of(home).entries().keySet())
                .map(home::resolve)
                .allMatch(path -> known.contains(path) || preserved.stream().anyMatch(path::startsWith));
    }
}
