package dev.lifeboat.ui;

import static dev.lifeboat.ui.BackupsForTests.backup;
import static dev.lifeboat.ui.BackupsForTests.listed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.ui.Protection.Look;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The four looks of the banner. */
class ProtectionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Optional<Duration> DAILY = Optional.of(Duration.ofDays(1));

    @Test
    void aYoungVerifiedBackupProtects() {
        assertThat(of(listed(made(Duration.ofHours(2))), DAILY))
                .isEqualTo(new Protection(Look.PROTECTED, "Protected. Last backup 2 hours ago, verified."));
    }

    @Test
    void withoutBackupsTheFirstStepIsSaid() {
        assertThat(of(listed(), DAILY))
                .isEqualTo(new Protection(Look.NOTHING_YET, "No backups yet. Create the first one; it takes seconds."));
    }

    @Test
    void backupsThatNobodyVerifiedAreNotCalledNone() {
        BackupList list = listed(backup(NOW, BackupKind.MANUAL, BackupState.UNVERIFIED, 1));

        assertThat(of(list, DAILY).look()).isEqualTo(Look.NOTHING_YET);
        assertThat(of(list, DAILY).sentence()).startsWith("There is no verified backup.");
    }

    @Test
    void aBackupGetsOldAfterTwoIntervals() {
        assertThat(of(listed(made(Duration.ofDays(2))), DAILY).look()).isEqualTo(Look.PROTECTED);
        assertThat(of(listed(made(Duration.ofDays(2).plusSeconds(1))), DAILY))
                .isEqualTo(new Protection(Look.GETTING_OLD, "No backup for 2 days."));
    }

    @Test
    void anHourlyBackupIsNotOldWithinTwoDays() {
        assertThat(of(listed(made(Duration.ofHours(30))), Optional.of(Duration.ofHours(1)))
                        .look())
                .isEqualTo(Look.PROTECTED);
    }

    @Test
    void withoutAutomaticBackupsAWeekIsTooLong() {
        assertThat(of(listed(made(Duration.ofDays(7))), Optional.empty()).look())
                .isEqualTo(Look.PROTECTED);
        assertThat(of(listed(made(Duration.ofDays(12))), Optional.empty()).sentence())
                .isEqualTo("No backup for 12 days.");
    }

    @Test
    void aFailedAutomaticBackupComesBeforeAllElse() {
        BackupException failure =
                new BackupException(BackupError.PERMISSION_DENIED, Message.of("error.permission", "/backups"));

        Protection protection =
                Protection.of(listed(made(Duration.ofHours(1))), Optional.of(failure), DAILY, clock(), Locale.GERMAN);

        assertThat(protection.look()).isEqualTo(Look.FAILING);
        assertThat(protection.sentence())
                .startsWith("Die letzte automatische Sicherung ist misslungen: ")
                .contains("/backups");
    }

    private static Protection of(BackupList list, Optional<Duration> interval) {
        return Protection.of(list, Optional.empty(), interval, clock(), Locale.ENGLISH);
    }

    private static Backup made(Duration ago) {
        return backup(NOW.minus(ago), BackupKind.MANUAL, BackupState.VERIFIED, 1);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
