package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for restoring what is no good backup: refused before anything is touched. */
@Tag("FR-028")
abstract class RefusedRestoreRules extends Rules {
    RefusedRestoreRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void refusesADamagedBackupAndTouchesNothing() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        Damage.zeroHead(backup.path());

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, backup.name());
    }

    @Test
    void refusesABackupWithOneFlippedBit() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        Damage.flipBit(backup.path());

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, backup.name());
    }

    @Test
    void refusesAnEmptyFileWithoutASidecar() throws Exception {
        create();
        String name = "backup_2026-01-01_00-00-00.db";
        Files.write(folder.resolve(name), new byte[0]);

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, name);
    }

    @Test
    void refusesABackupBesideTheSidecarOfAnother() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        Backup other = create();
        Files.write(sidecar(backup), Files.readAllBytes(sidecar(other)));

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, backup.name());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void refusesALinkEvenToAGoodBackup() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        String name = "backup_2026-01-01_00-00-00.db";
        Files.createSymbolicLink(folder.resolve(name), backup.path());

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, name);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no named pipes among its files")
    void refusesAPipeWithoutWaitingForIt() throws Exception {
        create();
        String name = "backup_2026-01-01_00-00-00.db";
        Damage.makeFifo(folder.resolve(name));

        assertRefusedUntouched(BackupError.INTEGRITY_FAILED, name);
    }

    /** Nothing may change but what the backup's own sidecar remembers. */
    private void assertRefusedUntouched(BackupError code, String name) throws Exception {
        String remembered = "backups/" + name + ".json";
        FolderSnapshot before = FolderSnapshot.of(home).without(remembered);

        refused(code, () -> service.restore(RestoreRequest.of(name), ProgressListener.NONE));

        assertThat(FolderSnapshot.of(home).without(remembered)).isEqualTo(before);
    }
}
