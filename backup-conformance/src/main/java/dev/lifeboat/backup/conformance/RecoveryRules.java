package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.RecoveryResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for what runs before the application opens its database. */
@Tag("FR-025")
abstract class RecoveryRules extends Rules {
    RecoveryRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void isCleanWhenNothingHappened() throws Exception {
        create();
        FolderSnapshot before = FolderSnapshot.of(home);

        RecoveryResult result = service.recover();

        assertThat(result).isEqualTo(new RecoveryResult(List.of(), DatabaseState.CLEAN));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void isCleanWithoutADatabaseAndWithoutAFolder() throws Exception {
        Files.delete(database);

        RecoveryResult result = service.recover();

        assertThat(result).isEqualTo(new RecoveryResult(List.of(), DatabaseState.CLEAN));
        assertThat(FolderSnapshot.of(home).entries()).isEmpty();
    }

    @Test
    void leavesADamagedDatabaseForAPersonToDecide() throws Exception {
        create();
        Damage.zeroHead(database);
        FolderSnapshot before = FolderSnapshot.of(home);

        service.recover();

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void sweepsLeftoversOnce() throws Exception {
        Backup backup = create();
        FolderSnapshot before = FolderSnapshot.of(home);
        Damage.writeText(folder.resolve(".tmp-0123456789abcdef"), "half a copy");
        Path orphan = sidecar(folder.resolve("backup_2026-01-01_00-00-00.db"));
        Files.write(orphan, Files.readAllBytes(sidecar(backup)));

        RecoveryResult first = service.recover();
        RecoveryResult second = service.recover();

        assertThat(first.actions())
                .isNotEmpty()
                .allSatisfy(action -> assertThat(action.toString()).isNotBlank());
        assertThat(first.state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(second).isEqualTo(new RecoveryResult(List.of(), DatabaseState.CLEAN));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void sweepsTheSidecarThatItsBackupLeftBehind() throws Exception {
        Backup gone = create();
        create();
        Files.delete(gone.path());

        service.recover();

        assertThat(sidecar(gone)).doesNotExist();
    }

    @Test
    @Tag("FR-003")
    void leavesWhatBelongsToNeighboursAndPeople() throws Exception {
        create();
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);
        Files.delete(theirs.path());
        Damage.writeText(folder.resolve("notes.txt"), "mine");
        Damage.writeText(folder.resolve("notes.json"), "{}");
        Damage.writeText(folder.resolve("notes.db.json"), "{}");
        Damage.writeText(folder.resolve(".hidden"), "mine");
        FolderSnapshot before = FolderSnapshot.of(home);

        service.recover();

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    void isDoneByTheNextBackupToo() throws Exception {
        create();
        Path leftover = folder.resolve(".tmp-0123456789abcdef");
        Damage.writeText(leftover, "half a copy");

        create();

        assertThat(leftover).doesNotExist();
    }
}
