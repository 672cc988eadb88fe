package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void defaultsAreThirtyDaysKeptAndABackupEveryWeek() {
        Settings settings = Settings.DEFAULT;

        assertThat(settings.backupFolder()).isEmpty();
        assertThat(settings.retention().maxAge()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.automaticBackupInterval()).contains(Duration.ofDays(7));
        assertThat(settings.language()).isEqualTo(Language.SYSTEM);
        assertThat(settings.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(settings.provider()).isEmpty();
    }

    @Test
    void eachChoiceChangesNothingElse() {
        Settings settings = Settings.DEFAULT
                .withBackupFolder(Optional.of(Path.of("/b")))
                .withRetentionDays(1)
                .withAutomaticBackupDays(2)
                .withLanguage(Language.GERMAN)
                .withTheme(Theme.DARK)
                .withProvider(Optional.of("sqlite"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        Optional.of(Path.of("/b")), 1, 2, Language.GERMAN, Theme.DARK, Optional.of("sqlite")));
    }

    @Test
    void anIntervalOfZeroDaysMeansNever() {
        assertThat(Settings.DEFAULT.withAutomaticBackupDays(0).automaticBackupInterval())
                .isEmpty();
    }

    @Test
    void aBackupFolderIsAbsolute() {
        Settings settings = Settings.DEFAULT.withBackupFolder(Optional.of(Path.of("a/../b")));

        assertThat(settings.backupFolder()).contains(Path.of("b").toAbsolutePath());
    }

    @Test
    void numbersOutOfRangeAndABlankIdAreRefused() {
        Settings.DEFAULT.withRetentionDays(3650).withAutomaticBackupDays(365).withRetentionDays(1);

        for (int days : new int[] {Integer.MIN_VALUE, -1, 0, 3651}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.DEFAULT.withRetentionDays(days));
        }
        for (int days : new int[] {-1, 366}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.DEFAULT.withAutomaticBackupDays(days));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.DEFAULT.withProvider(Optional.of(" ")));
    }

    @Test
    void aChosenLanguageKeepsTheFormsOfTheSystemsCountryWhereThatSpeaksIt() {
        Locale austria = Locale.forLanguageTag("de-AT");

        assertThat(Language.SYSTEM.locale(Locale.FRANCE)).isEqualTo(Locale.FRANCE);
        assertThat(Language.GERMAN.locale(austria)).isEqualTo(austria);
        assertThat(Language.GERMAN.locale(Locale.US)).isEqualTo(Locale.GERMAN);
        assertThat(Language.ENGLISH.locale(Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Language.ENGLISH.locale(austria)).isEqualTo(Locale.ENGLISH);
    }
}
