package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.KeepReason;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for deleting old backups. */
abstract class CleanupRules extends Rules {
    private static final Instant NOW = START.plus(Duration.ofDays(365));

    CleanupRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-024")
    void keepsABackupOfExactlyThirtyDaysAndDeletesAnOlderOne() throws Exception {
        Backup older = createAt(NOW.minus(Duration.ofDays(30)).minusMillis(1));
        Backup exact = createAt(NOW.minus(Duration.ofDays(30)));
        Backup recent = createAt(NOW);

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).containsExactly(older.name());
        assertThat(reasons(result))
                .isEqualTo(Map.of(exact.name(), KeepReason.RECENT, recent.name(), KeepReason.RECENT));
        assertThat(names()).containsExactly(recent.name(), exact.name());
        assertThat(sidecar(older)).doesNotExist();
    }

    @Test
    @Tag("FR-019")
    void obeysAnotherLimit() throws Exception {
        Backup older = createAt(NOW.minus(Duration.ofHours(2)));
        Backup newer = createAt(NOW.minus(Duration.ofHours(1)));
        clock.set(NOW);

        CleanupPlan plan = service.planCleanup(new RetentionPolicy(Duration.ofMinutes(90)));

        assertThat(plan.deletions()).containsExactly(service.show(older.name()));
        assertThat(plan.kept()).containsExactly(new CleanupPlan.Kept(service.show(newer.name()), KeepReason.RECENT));
    }

    @Test
    @Tag("FR-024")
    void sparesPreMigrationBackupsFutureOnesAndForeignFiles() throws Exception {
        Backup preMigration = createAt(ago(100), BackupKind.PRE_MIGRATION);
        Backup future = createAt(NOW.plusMillis(1));
        clock.set(ago(90));
        Backup theirs = create(openNeighbour(), BackupKind.MANUAL);
        Files.copy(database, folder.resolve("notes.db"));
        Backup old = createAt(ago(80));
        Backup recent = createAt(ago(1));

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).containsExactly(old.name());
        assertThat(reasons(result))
                .containsEntry(preMigration.name(), KeepReason.PRE_MIGRATION)
                .containsEntry(future.name(), KeepReason.FUTURE)
                .containsEntry(theirs.name(), KeepReason.FOREIGN)
                .containsEntry("notes.db", KeepReason.FOREIGN)
                .containsEntry(recent.name(), KeepReason.RECENT);
        assertThat(theirs.path()).exists();
        assertThat(folder.resolve("notes.db")).exists();
    }

    @Test
    @Tag("FR-024")
    void sparesWhatWasPreserved() throws Exception {
        Backup backup = createAt(ago(100));
        clock.set(ago(90));
        Damage.zeroHead(database);
        Path preserved = restore(backup).preserved().get(0);
        createAt(ago(1));

        cleanUp();

        assertThat(preserved).exists();
    }

    @Test
    @Tag("FR-020")
    void keepsTheNewestVerifiedBackupHoweverOld() throws Exception {
        Backup oldest = createAt(ago(300));
        Backup newest = createAt(ago(200));
        Backup unverified = createAt(ago(100));
        Files.delete(sidecar(unverified));

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).containsExactlyInAnyOrder(oldest.name(), unverified.name());
        assertThat(reasons(result)).isEqualTo(Map.of(newest.name(), KeepReason.LAST_VERIFIED));
        assertThat(names()).containsExactly(newest.name());
    }

    @Test
    @Tag("FR-020")
    void doesNotCountABackupFromTheFutureAsTheNewest() throws Exception {
        Backup newest = createAt(ago(200));
        createAt(NOW.plus(Duration.ofDays(10)));

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).isEmpty();
        assertThat(reasons(result)).containsEntry(newest.name(), KeepReason.LAST_VERIFIED);
    }

    @Test
    @Tag("FR-020")
    void deletesNothingWhenNothingIsVerified() throws Exception {
        for (int days : new int[] {300, 200, 100}) {
            Files.delete(sidecar(createAt(ago(days))));
        }

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).isEmpty();
        assertThat(reasons(result)).hasSize(3).containsValue(KeepReason.NO_VERIFIED_BACKUP);
        assertThat(names()).hasSize(3);
    }

    @Test
    @Tag("FR-020")
    void verifiesTheNewestAgainBeforeAnythingGoesOnItsAccount() throws Exception {
        Backup oldest = createAt(ago(300));
        Backup next = createAt(ago(200));
        Backup rotten = createAt(ago(1));
        Damage.flipBit(rotten.path());

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).containsExactly(oldest.name());
        assertThat(reasons(result)).containsEntry(next.name(), KeepReason.LAST_VERIFIED);
        assertThat(names()).containsExactly(rotten.name(), next.name());
        assertThat(stateOf(rotten)).isEqualTo(BackupState.DAMAGED);
        assertThat(service.show(next.name()).verifiedAt())
                .as("it was verified again")
                .contains(NOW);
    }

    @Test
    @Tag("FR-020")
    void losesNothingWhenNoBackupStandsUpToVerification() throws Exception {
        Backup one = createAt(ago(300));
        Backup two = createAt(ago(200));
        Backup three = createAt(ago(100));
        clock.set(NOW);
        CleanupPlan plan = service.planCleanup(RetentionPolicy.DEFAULT);
        assertThat(plan.deletions()).hasSize(2);
        for (Backup backup : new Backup[] {one, two, three}) {
            Damage.flipBit(backup.path());
        }

        CleanupResult result = service.cleanUp(plan, ProgressListener.NONE);

        assertThat(result.deleted()).isEmpty();
        assertThat(names()).containsExactly(three.name(), two.name(), one.name());
        assertThat(stateOf(three)).isEqualTo(BackupState.DAMAGED);
    }

    @Test
    @Tag("FR-020")
    void neverDeletesTheBackupThatTakesOver() throws Exception {
        Backup two = createAt(ago(200));
        Backup three = createAt(ago(100));
        clock.set(NOW);
        CleanupPlan plan = service.planCleanup(RetentionPolicy.DEFAULT);
        assertThat(plan.deletions()).extracting(Backup::name).containsExactly(two.name());
        Damage.flipBit(three.path());

        CleanupResult result = service.cleanUp(plan, ProgressListener.NONE);

        assertThat(result.deleted())
                .as("neither what took over nor what was not in the plan")
                .isEmpty();
        assertThat(names()).containsExactly(three.name(), two.name());
    }

    @Test
    @Tag("FR-022")
    void showsInThePlanWhatIsDeletedAndKept() throws Exception {
        createAt(ago(300));
        createAt(ago(200), BackupKind.PRE_MIGRATION);
        createAt(ago(100), BackupKind.AUTOMATIC);
        Backup anchor = createAt(ago(1));
        clock.set(NOW);
        FolderSnapshot before = FolderSnapshot.of(home);

        CleanupPlan plan = service.planCleanup(RetentionPolicy.DEFAULT);
        assertThat(FolderSnapshot.of(home)).as("a plan reads only").isEqualTo(before);

        CleanupResult result = service.cleanUp(plan, ProgressListener.NONE);
        assertThat(plan.deletions())
                .hasSize(2)
                .extracting(Backup::name)
                .containsExactlyInAnyOrderElementsOf(result.deleted());
        assertThat(reasons(result))
                .isEqualTo(plan.kept().stream()
                        .collect(Collectors.toMap(kept -> kept.backup().name(), CleanupPlan.Kept::reason)));
        assertThat(plan.plannedAt()).isEqualTo(NOW);
        assertThat(plan.anchor().map(Backup::name)).isEqualTo(Optional.of(anchor.name()));
        assertThat(result.failed()).isEmpty();
    }

    @Test
    @Tag("FR-022")
    void deletesNothingThatThePlanDidNotShow() throws Exception {
        Backup planned = createAt(ago(100));
        Backup grownOld = createAt(ago(29));
        Backup recent = createAt(ago(1));
        clock.set(NOW);
        CleanupPlan plan = service.planCleanup(RetentionPolicy.DEFAULT);
        clock.advance(Duration.ofDays(5));

        CleanupResult result = service.cleanUp(plan, ProgressListener.NONE);

        assertThat(result.deleted()).containsExactly(planned.name());
        assertThat(names()).containsExactly(recent.name(), grownOld.name());
    }

    @Test
    @Tag("FR-022")
    void countsABackupAsDeletedWhenOnlyItsRecordCannotBeRemoved() throws Exception {
        Backup stuck = createAt(ago(100));
        Backup recent = createAt(ago(1));
        Files.delete(sidecar(stuck));
        Files.createDirectories(sidecar(stuck).resolve("a folder that is not empty cannot be deleted"));

        CleanupResult result = cleanUp();

        assertThat(result.deleted()).containsExactly(stuck.name());
        assertThat(result.failed()).isEmpty();
        assertThat(names()).containsExactly(recent.name());
    }

    @Test
    @Tag("FR-020")
    void isSilentWithoutAFolder() throws Exception {
        FolderSnapshot before = FolderSnapshot.of(home);

        CleanupResult result = cleanUp();

        assertThat(result).isEqualTo(new CleanupResult(List.of(), List.of(), List.of()));
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    private CleanupResult cleanUp() throws BackupException {
        clock.set(NOW);
        return service.cleanUp(service.planCleanup(RetentionPolicy.DEFAULT), ProgressListener.NONE);
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Map<String, KeepReason> reasons(CleanupResult result) {
        return result.kept().stream()
                .collect(Collectors.toMap(kept -> kept.backup().name(), CleanupPlan.Kept::reason));
    }
}
