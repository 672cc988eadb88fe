package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FR-024")
class RetentionPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:03:11.500Z");
    private static final Duration LIMIT = Duration.ofDays(30);
    private static final RetentionPolicy POLICY = RetentionPolicy.DEFAULT;
    private static final Backup RECENT = backup(NOW.minusSeconds(60), BackupKind.MANUAL, BackupState.VERIFIED);

    @Test
    void keepsABackupOfExactlyTheLimit() {
        Backup exact = backup(NOW.minus(LIMIT), BackupKind.MANUAL, BackupState.VERIFIED);

        assertThat(reason(exact, RECENT)).contains(KeepReason.RECENT);
    }

    @Test
    void deletesABackupOneMillisecondOlderThanTheLimit() {
        Backup older = backup(NOW.minus(LIMIT).minusMillis(1), BackupKind.MANUAL, BackupState.VERIFIED);

        assertThat(reason(older, RECENT)).isEmpty();
    }

    @Test
    void deletesEveryKindButPreMigration() {
        for (BackupKind kind : BackupKind.values()) {
            Backup old = backup(ago(31), kind, BackupState.VERIFIED);

            assertThat(reason(old, RECENT))
                    .isEqualTo(
                            kind == BackupKind.PRE_MIGRATION
                                    ? Optional.of(KeepReason.PRE_MIGRATION)
                                    : Optional.empty());
        }
    }

    @Test
    void deletesEveryStateButForeign() {
        for (BackupState state : BackupState.values()) {
            Backup old = backup(ago(31), BackupKind.MANUAL, state);

            assertThat(reason(old, RECENT))
                    .isEqualTo(state == BackupState.FOREIGN ? Optional.of(KeepReason.FOREIGN) : Optional.empty());
        }
    }

    @Test
    void keepsAForeignFileThatHasNoKind() {
        Backup foreign = new Backup(
                "notes.db",
                Path.of("notes.db"),
                1,
                ago(99),
                Optional.empty(),
                BackupState.FOREIGN,
                Optional.empty(),
                List.of());

        assertThat(reason(foreign, RECENT)).contains(KeepReason.FOREIGN);
    }

    @Test
    void keepsWhatIsDatedInTheFuture() {
        Backup future = backup(NOW.plusMillis(1), BackupKind.MANUAL, BackupState.VERIFIED);

        assertThat(reason(future, RECENT)).contains(KeepReason.FUTURE);
    }

    @Test
    void keepsTheNewestVerifiedBackupHoweverOld() {
        Backup newest = backup(ago(100), BackupKind.MANUAL, BackupState.VERIFIED);
        Backup older = backup(ago(200), BackupKind.MANUAL, BackupState.VERIFIED);
        Backup unverified = backup(ago(50), BackupKind.MANUAL, BackupState.UNVERIFIED);
        Backup future = backup(NOW.plusSeconds(1), BackupKind.MANUAL, BackupState.VERIFIED);

        CleanupPlan plan = POLICY.plan(List.of(future, unverified, newest, older), NOW);

        assertThat(plan.anchor()).contains(newest);
        assertThat(plan.deletions()).containsExactly(unverified, older);
        assertThat(plan.kept()).contains(new CleanupPlan.Kept(newest, KeepReason.LAST_VERIFIED));
    }

    @Test
    void keepsEverythingWhenNothingIsVerified() {
        Backup unverified = backup(ago(100), BackupKind.MANUAL, BackupState.UNVERIFIED);
        Backup damaged = backup(ago(200), BackupKind.MANUAL, BackupState.DAMAGED);

        CleanupPlan plan = POLICY.plan(List.of(unverified, damaged), NOW);

        assertThat(plan.deletions()).isEmpty();
        assertThat(plan.kept()).extracting(CleanupPlan.Kept::reason).containsOnly(KeepReason.NO_VERIFIED_BACKUP);
        assertThat(plan.anchor()).isEmpty();
    }

    @Test
    void takesTheLaterOfOneInstantAsTheNewest() {
        Backup second = backup(ago(100), BackupKind.MANUAL, BackupState.VERIFIED, 2);
        Backup tenth = backup(ago(100), BackupKind.MANUAL, BackupState.VERIFIED, 10);

        assertThat(POLICY.plan(List.of(tenth, second), NOW).anchor()).contains(tenth);
        assertThat(POLICY.plan(List.of(second, tenth), NOW).anchor()).contains(tenth);
    }

    @Test
    void deletesAllButTheNewestWithALimitOfZero() {
        Backup older = backup(NOW.minusSeconds(61), BackupKind.MANUAL, BackupState.VERIFIED);
        Backup ofNow = backup(NOW, BackupKind.MANUAL, BackupState.UNVERIFIED);

        CleanupPlan plan = new RetentionPolicy(Duration.ZERO).plan(List.of(ofNow, RECENT, older), NOW);

        assertThat(plan.deletions()).containsExactly(older);
    }

    @Test
    void refusesANegativeLimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPolicy(Duration.ofMillis(-1)));
    }

    @Test
    void plansNothingForAnEmptyFolder() {
        CleanupPlan plan = POLICY.plan(List.of(), NOW);

        assertThat(plan).isEqualTo(new CleanupPlan(POLICY, NOW, List.of(), List.of(), Optional.empty()));
    }

    @Test
    void keepsItsPromisesForAnyFolder() {
        Random random = new Random(4714);

        for (int i = 0; i < 3000; i++) {
            List<Backup> backups = randomFolder(random);
            List<Backup> before = List.copyOf(backups);
            Optional<Backup> newestVerified = backups.stream()
                    .filter(backup -> backup.state() == BackupState.VERIFIED
                            && !backup.createdAt().isAfter(NOW))
                    .max(Comparator.comparing(Backup::createdAt));

            CleanupPlan plan = POLICY.plan(backups, NOW);

            assertThat(backups).isEqualTo(before);
            assertThat(POLICY.plan(backups, NOW)).isEqualTo(plan);
            assertThat(plan.anchor().map(Backup::createdAt)).isEqualTo(newestVerified.map(Backup::createdAt));
            assertSplit(backups, plan);
            assertThat(plan.deletions()).allSatisfy(backup -> {
                assertThat(backup.state()).isNotEqualTo(BackupState.FOREIGN);
                assertThat(backup.kind()).isNotEqualTo(Optional.of(BackupKind.PRE_MIGRATION));
                assertThat(backup.createdAt()).isBefore(NOW.minus(LIMIT));
                assertThat(Optional.of(backup)).isNotEqualTo(plan.anchor());
            });
            assertThat(plan.deletions().isEmpty() || plan.anchor().isPresent()).isTrue();
        }
    }

    /** Every backup is in one of the lists, in the order it came. */
    private static void assertSplit(List<Backup> backups, CleanupPlan plan) {
        List<Backup> kept = plan.kept().stream().map(CleanupPlan.Kept::backup).toList();
        List<Backup> both = new ArrayList<>(kept);
        both.addAll(plan.deletions());

        assertThat(both).containsExactlyInAnyOrderElementsOf(backups);
        assertThat(kept).isEqualTo(backups.stream().filter(kept::contains).toList());
        assertThat(plan.deletions())
                .isEqualTo(backups.stream().filter(plan.deletions()::contains).toList());
    }

    private static List<Backup> randomFolder(Random random) {
        List<Backup> backups = new ArrayList<>();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            Instant created =
                    NOW.minus(LIMIT.multipliedBy(random.nextInt(4) - 1)).plusMillis(random.nextInt(3) - 1);
            BackupKind kind = BackupKind.values()[random.nextInt(BackupKind.values().length)];
            BackupState state = BackupState.values()[random.nextInt(BackupState.values().length)];
            backups.add(backup(created, kind, state, i + 1));
        }
        Collections.shuffle(backups, random);
        return backups;
    }

    /** Why this one is kept beside another; empty when it is deleted. */
    private static Optional<KeepReason> reason(Backup backup, Backup other) {
        CleanupPlan plan = POLICY.plan(List.of(other, backup), NOW);
        return plan.kept().stream()
                .filter(kept -> kept.backup().equals(backup))
                .map(CleanupPlan.Kept::reason)
                .findAny();
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Backup backup(Instant createdAt, BackupKind kind, BackupState state) {
        return backup(createdAt, kind, state, 1);
    }

    private static Backup backup(Instant createdAt, BackupKind kind, BackupState state, int sequence) {
        String name = BackupName.of(kind, LocalDateTime.ofInstant(createdAt, ZoneOffset.UTC), sequence)
                .fileName();
        return new Backup(name, Path.of(name), 4096, createdAt, Optional.of(kind), state, Optional.empty(), List.of());
    }
}
