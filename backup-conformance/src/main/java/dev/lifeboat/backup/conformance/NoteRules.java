package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupStatus;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for a person's note and for the status. */
abstract class NoteRules extends Rules {
    NoteRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-005")
    void changesAndNothingElseDoes() throws Exception {
        Backup backup = create();
        byte[] before = Files.readAllBytes(backup.path());
        String note = "über \"Anführungszeichen\",\n\tTabs, \\ und 🛟";

        Backup annotated = service.annotate(backup.name(), note);

        assertThat(annotated.note()).isEqualTo(note);
        assertThat(annotated.metadata())
                .contains(backup.metadata().orElseThrow().withNote(note));
        assertThat(open(configuration()).show(backup.name())).isEqualTo(annotated);
        assertThat(Files.readAllBytes(backup.path())).isEqualTo(before);
    }

    @Test
    @Tag("FR-005")
    void canBeTakenBack() throws Exception {
        Backup backup = create();
        FolderSnapshot before = FolderSnapshot.of(home);
        service.annotate(backup.name(), "a note");

        Backup again = service.annotate(backup.name(), "");

        assertThat(again).isEqualTo(backup);
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-005")
    void needsASidecarToBeWrittenInto() throws Exception {
        Backup without = create();
        Files.delete(sidecar(without));
        Backup newer = create();
        Damage.makeNewerFormat(sidecar(newer));
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> service.annotate(without.name(), "a note"));
        refused(BackupError.BACKUP_NOT_FOUND, () -> service.annotate(newer.name(), "a note"));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-003")
    void isNotWrittenOnABackupOfAnotherDatabase() throws Exception {
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);
        FolderSnapshot before = FolderSnapshot.of(home);

        refused(BackupError.BACKUP_NOT_FOUND, () -> service.annotate(theirs.name(), "a note"));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-008")
    void statusTellsSizesAndTheLastBackup() throws Exception {
        BackupStatus before = service.status();
        Backup backup = create();
        BackupStatus after = service.status();
        Files.delete(database);
        BackupStatus without = service.status();

        assertThat(before.lastBackup()).isEmpty();
        assertThat(before.databaseSizeBytes()).isPositive();
        assertThat(before.freeBytes()).isPositive();
        assertThat(after.lastBackup()).contains(backup);
        assertThat(after.running()).isEmpty();
        assertThat(without.databaseSizeBytes()).isZero();
        assertThat(without.lastBackup()).contains(backup);
    }
}
