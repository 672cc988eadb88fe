package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for bringing a backup back over a healthy database. */
abstract class RestoreRules extends Rules {
    RestoreRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-013")
    void bringsTheContentBack() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);

        RestoreResult result = restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(result.restored()).isEqualTo(backup.name());
        assertThat(result.preserved()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    @Tag("FR-013")
    void bringsEveryKindBack() throws Exception {
        for (BackupKind backupKind :
                new BackupKind[] {BackupKind.MANUAL, BackupKind.AUTOMATIC, BackupKind.PRE_MIGRATION}) {
            kind.write(database, FIRST);
            Backup backup = create(service, backupKind);
            kind.write(database, SECOND);

            restore(backup);

            assertThat(liveContent()).as(backup.name()).isEqualTo(FIRST);
        }
    }

    @Test
    @Tag("FR-013")
    void bringsMoreContentAndLessContentBack() throws Exception {
        kind.write(database, List.of());
        Backup empty = create();
        List<String> much = new ArrayList<>(FIRST);
        for (int i = 0; i < 30; i++) {
            much.addAll(texts("much" + i));
        }
        kind.write(database, much);
        Backup full = create();

        restore(empty);
        assertThat(liveContent()).isEmpty();

        restore(full);
        assertThat(liveContent()).isEqualTo(much);
    }

    @Test
    @Tag("FR-018")
    void makesASafetyBackupThatUndoesIt() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);

        Backup safety = restore(backup).safetyBackup().orElseThrow();

        assertThat(safety.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(safety.kind()).contains(BackupKind.SAFETY);
        assertThat(service.list().backups()).contains(safety);
        assertThat(contentOf(safety.path())).isEqualTo(SECOND);

        restore(safety);
        assertThat(liveContent()).isEqualTo(SECOND);
    }

    @Test
    @Tag("FR-013")
    void leavesItsSourceAlone() throws Exception {
        Backup backup = create();
        byte[] before = Files.readAllBytes(backup.path());
        kind.write(database, SECOND);

        restore(backup);

        assertThat(Files.readAllBytes(backup.path())).isEqualTo(before);
        assertThat(stateOf(backup)).isEqualTo(BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-029")
    void leavesNothingBehindButTheSafetyBackup() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);

        Backup safety = restore(backup).safetyBackup().orElseThrow();

        assertThat(FolderSnapshot.of(home).entries())
                .containsOnlyKeys(
                        "data.db",
                        "backups",
                        "backups/" + backup.name(),
                        "backups/" + backup.name() + ".json",
                        "backups/" + safety.name(),
                        "backups/" + safety.name() + ".json");
    }

    @Test
    @Tag("FR-013")
    void takesABackupWithoutASidecarAndWarns() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));
        kind.write(database, SECOND);

        RestoreResult result = restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(result.warnings()).isNotEmpty();
    }

    @Test
    @Tag("FR-013")
    void takesABackupWithAnUnreadableSidecarAndWarns() throws Exception {
        Backup garbage = create();
        Damage.writeText(sidecar(garbage), "garbage");
        Backup newer = create();
        Damage.makeNewerFormat(sidecar(newer));

        for (Backup backup : List.of(garbage, newer)) {
            kind.write(database, SECOND);

            RestoreResult result = restore(backup);

            assertThat(liveContent()).isEqualTo(FIRST);
            assertThat(result.warnings()).isNotEmpty();
        }
    }

    @Test
    @Tag("FR-013")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void goesThroughALinkToTheDatabase() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(home.resolve("links")).resolve("link.db"), database);
        service = open(configuration(link));
        Backup backup = create();
        kind.write(database, SECOND);

        Backup safety = restore(backup).safetyBackup().orElseThrow();

        assertThat(link).isSymbolicLink();
        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(contentOf(safety.path())).isEqualTo(SECOND);
    }

    @Test
    @Tag("FR-013")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void keepsThePermissionsOfTheDatabase() throws Exception {
        Backup backup = create();
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r-----"));

        restore(backup);
        assertThat(CreationRules.permissions(database)).isEqualTo("rw-r-----");

        Damage.zeroHead(database);
        restore(backup);
        assertThat(CreationRules.permissions(database)).isEqualTo("rw-r-----");
    }

    @Test
    @Tag("FR-006")
    void neverUsesASideFileOfTheBackup() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        for (Path sideFile : kind.sideFiles(backup.path())) {
            Damage.writeText(sideFile, "not from here");
        }

        restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-003")
    void refusesABackupOfAnotherDatabaseUnlessOverridden() throws Exception {
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> restore(theirs));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);

        RestoreResult result = service.restore(new RestoreRequest(theirs.name(), false, true), ProgressListener.NONE);
        assertThat(liveContent()).isEqualTo(THIRD);
        assertThat(result.warnings()).isNotEmpty();
        assertThat(contentOf(result.safetyBackup().orElseThrow().path())).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-016")
    void tellsHowFarItIsWithoutEverGoingBack() throws Exception {
        Backup backup = create();
        List<Progress> heard = new ArrayList<>();

        service.restore(RestoreRequest.of(backup.name()), heard::add);

        assertThat(heard)
                .isNotEmpty()
                .allSatisfy(progress -> assertThat(progress.operation()).isEqualTo(Operation.RESTORE));
        assertThat(heard).extracting(Progress::percent).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
    }

    @Test
    @Tag("FR-016")
    void cannotBeCancelled() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        ProgressListener impatient = new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        service.restore(RestoreRequest.of(backup.name()), impatient);

        assertThat(liveContent()).isEqualTo(FIRST);
    }
}
