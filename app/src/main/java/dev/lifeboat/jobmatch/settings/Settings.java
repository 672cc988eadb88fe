package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.RetentionPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person has chosen. Immutable; start with {@link #DEFAULT} and refine.
 *
 * @param backupFolder where backups go; empty for {@code backups} beside the database (FR-003)
 * @param retentionDays up to which age backups are kept, 1 to 3650 (FR-019)
 * @param automaticBackupDays how many days after the last backup one is made by itself, up to 365; 0 for never
 * @param language which language the application speaks
 * @param theme whether windows are light or dark
 * @param provider the id of the backup provider; empty for the one that goes with the database
 */
public record Settings(
        Optional<Path> backupFolder,
        int retentionDays,
        int automaticBackupDays,
        Language language,
        Theme theme,
        Optional<String> provider) {
    /** What holds until somebody chooses otherwise: 30 days kept, a backup every week. */
    public static final Settings DEFAULT =
            new Settings(Optional.empty(), 30, 7, Language.SYSTEM, Theme.SYSTEM, Optional.empty());

    /** The longest that backups can be kept, in days. */
    public static final int MAX_RETENTION_DAYS = 3650;

    /** The longest interval of automatic backups, in days. */
    public static final int MAX_AUTOMATIC_BACKUP_DAYS = 365;

    /** Makes the folder absolute; refuses numbers that are out of range, and a blank id. */
    public Settings {
        backupFolder = backupFolder.map(folder -> folder.toAbsolutePath().normalize());
        if (retentionDays < 1 || retentionDays > MAX_RETENTION_DAYS) {
            throw new IllegalArgumentException("retentionDays: " + retentionDays);
        }
        if (automaticBackupDays < 0 || automaticBackupDays > MAX_AUTOMATIC_BACKUP_DAYS) {
            throw new IllegalArgumentException("automaticBackupDays: " + automaticBackupDays);
        }
        if (provider.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("provider: blank");
        }
    }

    /** The retention as clean-up understands it. */
    public RetentionPolicy retention() {
        return new RetentionPolicy(Duration.ofDays(retentionDays));
    }

    /** How long after the last backup one is made by itself; empty for never. */
    public Optional<Duration> automaticBackupInterval() {
        return automaticBackupDays == 0 ? Optional.empty() : Optional.of(Duration.ofDays(automaticBackupDays));
    }

    /** The same with the backups there; empty for beside the database. */
    public Settings withBackupFolder(Optional<Path> folder) {
        return new Settings(folder, retentionDays, automaticBackupDays, language, theme, provider);
    }

    /** The same with backups kept up to this age. */
    public Settings withRetentionDays(int days) {
        return new Settings(backupFolder, days, automaticBackupDays, language, theme, provider);
    }

    /** The same with automatic backups at this interval; 0 for none. */
    public Settings withAutomaticBackupDays(int days) {
        return new Settings(backupFolder, retentionDays, days, language, theme, provider);
    }

    /** The same in another language. */
    public Settings withLanguage(Language chosen) {
        return new Settings(backupFolder, retentionDays, automaticBackupDays, chosen, theme, provider);
    }

    /** The same with lighter or darker windows. */
    public Settings withTheme(Theme chosen) {
        return new Settings(backupFolder, retentionDays, automaticBackupDays, language, chosen, provider);
    }

    /** The same with the backup provider of this id; empty for the one that goes with the database. */
    public Settings withProvider(Optional<String> id) {
        return new Settings(backupFolder, retentionDays, automaticBackupDays, language, theme, id);
    }
}
