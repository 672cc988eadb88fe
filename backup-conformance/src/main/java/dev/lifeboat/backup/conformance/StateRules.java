package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for the state that the list gives each file: verified, unverified, damaged or foreign. */
abstract class StateRules extends Rules {
    private static final String NAME = "backup_2026-01-01_00-00-00.db";

    StateRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-009")
    void isUnverifiedWithoutASidecar() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));

        Backup listed = service.show(backup.name());

        assertThat(listed.state()).isEqualTo(BackupState.UNVERIFIED);
        assertThat(listed.kind()).contains(BackupKind.MANUAL);
        assertThat(listed.createdAt()).as("from the name").isEqualTo(START);
        assertThat(listed.metadata()).isEmpty();
        assertThat(listed.verifiedAt()).isEmpty();
        assertSaysWhy(listed);
    }

    @Test
    @Tag("FR-009")
    void isUnverifiedWithAnUnreadableSidecar() throws Exception {
        for (String garbage : new String[] {
            "", "garbage", "{", "null", "[]", "{}", "{\"formatVersion\":1}", "\u0000", "{\"formatVersion\":\"x\"}"
        }) {
            Backup backup = create();
            Damage.writeText(sidecar(backup), garbage);

            assertThat(stateOf(backup)).as(garbage).isEqualTo(BackupState.UNVERIFIED);
        }
    }

    @Test
    @Tag("FR-009")
    void isUnverifiedWithASidecarThatIsAFolder() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));
        Files.createDirectory(sidecar(backup));

        assertThat(stateOf(backup)).isEqualTo(BackupState.UNVERIFIED);
    }

    @Test
    @Tag("FR-009")
    void isUnverifiedWithASidecarOfANewerFormat() throws Exception {
        Backup backup = create();
        Damage.makeNewerFormat(sidecar(backup));

        Backup listed = service.show(backup.name());

        assertThat(listed.state()).isEqualTo(BackupState.UNVERIFIED);
        assertSaysWhy(listed);
    }

    @Test
    @Tag("FR-009")
    void isDamagedWhenShorterThanRecorded() throws Exception {
        Backup backup = create();
        Damage.truncateToHalf(backup.path());

        Backup listed = service.show(backup.name());

        assertThat(listed.state()).isEqualTo(BackupState.DAMAGED);
        assertThat(listed.sizeBytes()).isEqualTo(Files.size(backup.path()));
        assertThat(listed.verifiedAt()).isEmpty();
        assertSaysWhy(listed);
    }

    @Test
    @Tag("FR-009")
    void isDamagedWhenLongerThanRecorded() throws Exception {
        Backup backup = create();
        Damage.append(backup.path());

        assertThat(stateOf(backup)).isEqualTo(BackupState.DAMAGED);
    }

    @Test
    @Tag("FR-009")
    void isDamagedWhenASidecarOfANewerFormatRecordsAnotherSize() throws Exception {
        Backup backup = create();
        Damage.makeNewerFormat(sidecar(backup));
        Damage.append(backup.path());

        assertThat(stateOf(backup)).isEqualTo(BackupState.DAMAGED);
    }

    @Test
    @Tag("FR-009")
    void isDamagedOnceAVerificationHasFailed() throws Exception {
        Backup backup = create();
        Damage.flipBit(backup.path());
        assertThat(stateOf(backup)).as("listing reads no content").isEqualTo(BackupState.VERIFIED);

        service.verify(backup.name(), ProgressListener.NONE);
        Backup listed = open(configuration()).show(backup.name());

        assertThat(listed.state()).isEqualTo(BackupState.DAMAGED);
        assertThat(listed.verifiedAt()).isEmpty();
        assertThat(listed.metadata().orElseThrow().findings()).isNotEmpty();
        assertSaysWhy(listed);
    }

    @Test
    @Tag("FR-009")
    void isDamagedBesideTheSidecarOfAnotherBackup() throws Exception {
        Backup backup = create();
        Backup other = create();
        Files.write(sidecar(backup), Files.readAllBytes(sidecar(other)));

        Backup listed = service.show(backup.name());

        assertThat(listed.state()).isEqualTo(BackupState.DAMAGED);
        assertThat(stateOf(other)).isEqualTo(BackupState.VERIFIED);
        assertSaysWhy(listed);
    }

    @Test
    @Tag("FR-003")
    void isForeignWhenMadeFromAnotherDatabase() throws Exception {
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);

        Backup listed = service.show(theirs.name());

        assertThat(listed.state()).isEqualTo(BackupState.FOREIGN);
        assertThat(openNeighbour().show(theirs.name()).state()).isEqualTo(BackupState.VERIFIED);
        assertSaysWhy(listed);
        assertThat(listed.remarks().get(0).in(Locale.ENGLISH)).contains("neighbour.db");
    }

    @Test
    @Tag("FR-009")
    void isForeignWithANameOfAnotherKind() throws Exception {
        create();
        for (String name : new String[] {
            "notes.db", "backup_2026-02-30_00-00-00.db", "backup_2026-01-01_00-00-00_1.db", "copy of " + NAME
        }) {
            Files.copy(database, folder.resolve(name));

            Backup listed = listed(name);

            assertThat(listed.state()).as(name).isEqualTo(BackupState.FOREIGN);
            assertThat(listed.kind()).as(name).isEmpty();
            assertSaysWhy(listed);
        }
    }

    @Test
    @Tag("FR-009")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void isForeignWhenALink() throws Exception {
        Backup backup = create();
        Files.createSymbolicLink(folder.resolve(NAME), backup.path());
        Files.copy(sidecar(backup), sidecar(folder.resolve(NAME)));

        assertForeignAndOfSizeZero();
    }

    @Test
    @Tag("FR-009")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void isForeignWhenALinkToNowhere() throws Exception {
        create();
        Files.createSymbolicLink(folder.resolve(NAME), Path.of("nowhere"));

        assertForeignAndOfSizeZero();
    }

    @Test
    @Tag("FR-009")
    void isForeignWhenAFolder() throws Exception {
        create();
        Files.createDirectory(folder.resolve(NAME));

        assertForeignAndOfSizeZero();
    }

    @Test
    @Tag("FR-009")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no named pipes among its files")
    void isForeignWhenAPipe() throws Exception {
        create();
        Damage.makeFifo(folder.resolve(NAME));

        assertForeignAndOfSizeZero();
    }

    @Test
    @Tag("FR-024")
    void isNeverTheLiveDatabaseWhateverItIsCalled() throws Exception {
        Path live = Files.createDirectories(folder).resolve(NAME);
        kind.write(live, SECOND);
        clock.set(START.plus(Duration.ofDays(365)));
        service = open(configuration(live).withFolder(folder));
        Backup backup = create();

        assertThat(service.list().backups()).filteredOn(Backup::isUsable).containsExactly(backup);
        assertThat(service.planCleanup(RetentionPolicy.DEFAULT).deletions()).isEmpty();
        refused(BackupError.BACKUP_NOT_FOUND, () -> service.delete(NAME));
        refused(BackupError.LAST_BACKUP_PROTECTED, () -> service.delete(backup.name()));
        assertThat(kind.read(live)).isEqualTo(SECOND);
    }

    private void assertForeignAndOfSizeZero() throws BackupException {
        Backup listed = listed(NAME);

        assertThat(listed.state()).isEqualTo(BackupState.FOREIGN);
        assertThat(listed.sizeBytes()).isZero();
        assertSaysWhy(listed);
    }

    private Backup listed(String name) throws BackupException {
        return service.list().backups().stream()
                .filter(backup -> backup.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static void assertSaysWhy(Backup listed) {
        assertThat(listed.remarks()).isNotEmpty();
        assertThat(listed.isUsable()).isEqualTo(listed.state() == BackupState.UNVERIFIED);
    }
}
