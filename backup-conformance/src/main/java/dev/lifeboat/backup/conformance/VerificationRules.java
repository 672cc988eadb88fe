package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for checking a backup in full. */
abstract class VerificationRules extends Rules {
    private static final String NAME = "backup_2026-01-01_00-00-00.db";

    VerificationRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-006")
    void findsAGoodBackupIntactAndRemembersWhen() throws Exception {
        Backup backup = create();
        Instant later = START.plusSeconds(86_400);
        clock.set(later);

        Verification verification = verify(backup);

        assertThat(verification).isEqualTo(new Verification.Intact(backup.name(), verification.warnings()));
        assertThat(verification.warnings()).isEmpty();
        assertThat(open(configuration()).show(backup.name()).verifiedAt()).contains(later);
    }

    @Test
    @Tag("FR-006")
    void leavesTheBackupAsItIsAndNothingBesideIt() throws Exception {
        Backup backup = create();
        FolderSnapshot before = FolderSnapshot.of(home);

        verify(backup);

        assertThat(FolderSnapshot.of(home).without("backups/" + backup.name() + ".json"))
                .isEqualTo(before.without("backups/" + backup.name() + ".json"));
    }

    @Test
    @Tag("FR-028")
    void findsOneFlippedBitWhereverItIs() throws Exception {
        Backup backup = create();
        Random random = new Random(4711);

        for (int i = 0; i < 200; i++) {
            int offset = random.nextInt((int) backup.sizeBytes());
            int bit = random.nextInt(8);
            Damage.flipBit(backup.path(), offset, bit);

            assertThat(verify(backup)).as("bit %d of byte %d", bit, offset).isInstanceOf(Verification.Damaged.class);

            Damage.flipBit(backup.path(), offset, bit);
        }
    }

    @Test
    @Tag("FR-028")
    void findsThatABackupIsTooShort() throws Exception {
        Backup backup = create();
        Damage.truncateToHalf(backup.path());

        assertDamagedWithFindings(backup.name());
    }

    @Test
    @Tag("FR-028")
    void findsThatABackupIsTooLong() throws Exception {
        Backup backup = create();
        Damage.append(backup.path());

        assertDamagedWithFindings(backup.name());
    }

    @Test
    @Tag("FR-028")
    void findsThatABackupIsEmpty() throws Exception {
        Backup backup = create();
        Files.write(backup.path(), new byte[0]);

        assertDamagedWithFindings(backup.name());
    }

    @Test
    @Tag("FR-028")
    void findsThatTheHeadIsGone() throws Exception {
        Backup backup = create();
        Damage.zeroHead(backup.path());

        assertDamagedWithFindings(backup.name());
        assertThat(stateOf(backup)).isEqualTo(BackupState.DAMAGED);
    }

    @Test
    @Tag("FR-028")
    void findsDamageWithoutASidecarToo() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));
        Damage.zeroHead(backup.path());

        assertDamagedWithFindings(backup.name());
    }

    @Test
    @Tag("FR-028")
    void findsThatTheSidecarBelongsToAnotherBackup() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        Files.write(sidecar(backup), Files.readAllBytes(sidecar(create())));

        assertDamagedWithFindings(backup.name());
    }

    @Test
    @Tag("FR-028")
    void findsThatAFileIsNoDatabase() throws Exception {
        create();
        Damage.writeText(folder.resolve(NAME), "Dear diary, ".repeat(1000));

        assertDamagedWithFindings(NAME);
    }

    @Test
    @Tag("FR-028")
    void findsThatAFolderIsNoBackup() throws Exception {
        create();
        Files.createDirectory(folder.resolve(NAME));

        assertDamagedWithFindings(NAME);
    }

    @Test
    @Tag("FR-028")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges")
    void findsThatALinkIsNoBackup() throws Exception {
        Backup backup = create();
        Files.createSymbolicLink(folder.resolve(NAME), backup.path());

        assertDamagedWithFindings(NAME);
    }

    @Test
    @Tag("FR-028")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no named pipes among its files")
    void findsThatAPipeIsNoBackup() throws Exception {
        create();
        Damage.makeFifo(folder.resolve(NAME));

        assertDamagedWithFindings(NAME);
    }

    @Test
    @Tag("FR-006")
    void warnsThatThereIsNoSidecar() throws Exception {
        Backup backup = create();
        Files.delete(sidecar(backup));

        assertIntactWithWarning(backup);
    }

    @Test
    @Tag("FR-006")
    void warnsThatTheSidecarIsUnreadable() throws Exception {
        Backup backup = create();
        Damage.writeText(sidecar(backup), "garbage");

        assertIntactWithWarning(backup);
    }

    @Test
    @Tag("FR-006")
    void warnsThatTheSidecarIsOfANewerFormatAndKeepsIt() throws Exception {
        Backup backup = create();
        Damage.makeNewerFormat(sidecar(backup));
        byte[] before = Files.readAllBytes(sidecar(backup));

        assertIntactWithWarning(backup);
        assertThat(Files.readAllBytes(sidecar(backup))).isEqualTo(before);
    }

    @Test
    @Tag("FR-028")
    void keepsASidecarOfANewerFormatBesideADamagedBackupToo() throws Exception {
        Backup backup = create();
        Damage.makeNewerFormat(sidecar(backup));
        Damage.zeroHead(backup.path());
        byte[] before = Files.readAllBytes(sidecar(backup));

        assertDamagedWithFindings(backup.name());

        assertThat(Files.readAllBytes(sidecar(backup))).isEqualTo(before);
    }

    @Test
    @Tag("FR-006")
    void reportsASideFileAndDoesNotUseIt() throws Exception {
        Backup backup = create();
        for (Path sideFile : kind.sideFiles(backup.path())) {
            Damage.writeText(sideFile, "not from here");

            Verification verification = verify(backup);

            assertThat(verification).isInstanceOf(Verification.Intact.class);
            assertThat(verification.warnings()).isNotEmpty();
            assertThat(sideFile).hasContent("not from here");
            Files.delete(sideFile);
        }
    }

    @Test
    @Tag("FR-006")
    void forgetsAFailureOnceTheFileIsGoodAgain() throws Exception {
        Backup backup = create();
        Damage.flipBit(backup.path());
        verify(backup);
        Damage.flipBit(backup.path());

        Verification verification = verify(backup);

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(stateOf(backup)).isEqualTo(BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-006")
    void endsWhenNobodyWantsTheAnswerAndRemembersNothing() throws Exception {
        Backup backup = create();
        Damage.flipBit(backup.path());
        FolderSnapshot before = FolderSnapshot.of(home);
        ProgressListener impatient = new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> service.verify(backup.name(), impatient)).isInstanceOf(CancellationException.class);

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-006")
    void needsNoDatabase() throws Exception {
        Backup backup = create();
        Files.delete(database);

        assertThat(verify(backup)).isInstanceOf(Verification.Intact.class);
    }

    private Verification verify(Backup backup) throws BackupException {
        return service.verify(backup.name(), ProgressListener.NONE);
    }

    private void assertDamagedWithFindings(String name) throws BackupException {
        Verification verification = service.verify(name, ProgressListener.NONE);

        assertThat(verification.name()).isEqualTo(name);
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Damaged.class,
                        damaged -> assertThat(damaged.findings()).isNotEmpty());
    }

    private void assertIntactWithWarning(Backup backup) throws BackupException {
        Verification verification = verify(backup);

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(verification.warnings()).isNotEmpty();
    }
}
