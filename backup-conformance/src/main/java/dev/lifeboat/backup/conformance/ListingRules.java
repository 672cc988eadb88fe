package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for the list as a whole: its order, its last backup, what it leaves out. */
abstract class ListingRules extends Rules {
    ListingRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-010")
    void showsTheNewestFirst() throws Exception {
        Backup middle = createAt(START.plus(Duration.ofHours(2)));
        Backup newest = createAt(START.plus(Duration.ofHours(3)), BackupKind.PRE_MIGRATION);
        Backup oldest = createAt(START.plus(Duration.ofHours(1)), BackupKind.AUTOMATIC);

        assertThat(names()).containsExactly(newest.name(), middle.name(), oldest.name());
    }

    @Test
    @Tag("FR-010")
    void showsTheLaterOfOneSecondFirst() throws Exception {
        Backup first = createAt(START);
        Backup second = createAt(START);

        assertThat(names()).containsExactly(second.name(), first.name());
    }

    @Test
    @Tag("FR-009")
    void showsTimeSizeKindSchemaVersionAndState() throws Exception {
        kind.setSchemaVersion(database, 12);
        create(service, BackupKind.PRE_MIGRATION);

        Backup backup = service.list().backups().get(0);

        assertThat(backup.createdAt()).isEqualTo(START);
        assertThat(backup.sizeBytes()).isEqualTo(Files.size(backup.path())).isPositive();
        assertThat(backup.kind()).contains(BackupKind.PRE_MIGRATION);
        assertThat(backup.schemaVersion().orElseThrow().value()).isEqualTo("12");
        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-012")
    void tellsTheAgeByTheInjectedClock() throws Exception {
        createAt(START);
        clock.set(START.plus(Duration.ofDays(30)));

        Backup backup = service.list().backups().get(0);

        assertThat(backup.isOlderThan(Backup.DEFAULT_MAX_AGE, clock.instant())).isFalse();
        assertThat(backup.isOlderThan(Backup.DEFAULT_MAX_AGE, clock.instant().plusMillis(1)))
                .isTrue();
    }

    @Test
    @Tag("FR-003")
    void isEmptyWithoutTheDefaultFolder() throws Exception {
        FolderSnapshot before = FolderSnapshot.of(home);

        BackupList list = service.list();

        assertThat(list.backups()).isEmpty();
        assertThat(list.lastBackup()).isEmpty();
        assertThat(list.preserved()).isEmpty();
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-003")
    void saysWhenTheNamedFolderIsNotThere() throws Exception {
        Path named = home.resolve("not there");
        service = open(configuration().withFolder(named));

        refused(BackupError.DIRECTORY_NOT_FOUND, () -> service.list());

        assertThat(service.status().lastBackup()).isEmpty();
        assertThat(service.planCleanup(RetentionPolicy.DEFAULT).deletions()).isEmpty();
        assertThat(named).doesNotExist();
    }

    @Test
    @Tag("FR-009")
    void worksWithoutADatabase() throws Exception {
        Backup backup = create();
        Files.delete(database);

        assertThat(service.list().backups()).containsExactly(backup);
    }

    @Test
    @Tag("FR-009")
    void leavesOutFilesOfOtherKinds() throws Exception {
        Backup backup = create();
        Damage.writeText(folder.resolve("notes.txt"), "mine");
        Damage.writeText(folder.resolve(".hidden"), "mine");
        Files.createDirectory(folder.resolve("photos"));

        assertThat(names()).containsExactly(backup.name());
    }

    @Test
    @Tag("FR-008")
    void callsTheNewestVerifiedBackupTheLast() throws Exception {
        create();
        Backup last = create(service, BackupKind.AUTOMATIC);

        assertThat(service.list().lastBackup()).contains(last);
        assertThat(service.status().lastBackup()).contains(last);
    }

    @Test
    @Tag("FR-008")
    void neverCallsADamagedBackupTheLast() throws Exception {
        Backup good = create();
        Backup damaged = create();
        Damage.flipBit(damaged.path());
        service.verify(damaged.name(), ProgressListener.NONE);

        assertThat(service.list().lastBackup()).contains(good);
        assertThat(service.status().lastBackup()).contains(good);
    }

    @Test
    @Tag("FR-008")
    void neverCallsAnUnverifiedBackupTheLast() throws Exception {
        Backup good = create();
        Files.delete(sidecar(create()));

        assertThat(service.list().lastBackup()).contains(good);
    }

    @Test
    @Tag("FR-008")
    void neverCallsANeighboursBackupTheLast() throws Exception {
        Backup mine = create();
        create(openNeighbour(), BackupKind.MANUAL);

        assertThat(service.list().lastBackup()).contains(mine);
    }

    @Test
    @Tag("FR-008")
    void neverCallsABackupFromTheFutureTheLast() throws Exception {
        Backup now = createAt(START);
        Backup future = createAt(START.plus(Duration.ofDays(400)));

        assertThat(names()).containsExactly(future.name(), now.name());
        assertThat(service.list().lastBackup()).contains(now);
        assertThat(service.list().backups().get(0).age(clock.instant())).isEqualTo(Duration.ofDays(-400));
    }

    @Test
    @Tag("FR-008")
    void countsABackupOfThisInstantAsTheLast() throws Exception {
        Instant now = START;

        Backup backup = createAt(now);

        assertThat(service.list().lastBackup()).contains(backup);
    }

    @Test
    @Tag("FR-008")
    void hasNoLastBackupWhenNoneIsGood() throws Exception {
        Damage.truncateToHalf(create().path());

        assertThat(service.list().lastBackup()).isEmpty();
        assertThat(service.status().lastBackup()).isEmpty();
    }

    @Test
    @Tag("FR-009")
    void changesNothing() throws Exception {
        create();
        Files.delete(sidecar(create()));
        Damage.truncateToHalf(create().path());
        create(openNeighbour(), BackupKind.MANUAL);
        FolderSnapshot before = FolderSnapshot.of(home);

        service.list();
        service.status();

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }
}
