package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.swing.Icon;

/**
 * How well the data is protected at one moment, in one sentence: for the banner of a {@link BackupPanel} and for an
 * application's status line. Immutable; its sentence names an age, so it wants to be made anew every minute.
 *
 * @param look which of four ways it is shown
 * @param sentence for people, in one language
 */
public record Protection(Look look, String sentence) {
    /** Without backups of its own accord, an application's data counts as unprotected after this time. */
    private static final Duration WITHOUT_INTERVAL = Duration.ofDays(7);

    private static final Duration AT_LEAST = Duration.ofDays(2);

    /** The ways in which a banner or status line differs, by icon and words. */
    public enum Look {
        /** There is a verified backup that is young enough. */
        PROTECTED(Icons.PROTECTED),
        /** The last verified backup was made too long ago. */
        GETTING_OLD(Icons.GETTING_OLD),
        /** The last automatic backup failed, or the backups cannot be read. */
        FAILING(Icons.FAILING),
        /** There is no verified backup. */
        NOTHING_YET(Icons.NOTHING_YET);

        private final Icons icon;

        Look(Icons icon) {
            this.icon = icon;
        }

        Icons icons() {
            return icon;
        }
    }

    /**
     * Judges what listing found.
     *
     * <p>A backup is too old when it is more than twice as old as the interval, or seven days where none are made
     * automatically, but not within two days.
     *
     * @param list what there is
     * @param failure why the last automatic backup failed; empty when it did not, or a backup succeeded since
     * @param interval how often the application makes a backup by itself; empty for never
     * @param clock the present, and the zone of local times
     */
    public static Protection of(
            BackupList list,
            Optional<BackupException> failure,
            Optional<Duration> interval,
            Clock clock,
            Locale locale) {
        Texts texts = new Texts(locale);
        if (failure.isPresent()) {
            return new Protection(
                    Look.FAILING, texts.text("banner.FAILING", failure.get().message(locale)));
        }
        if (list.lastBackup().isEmpty()) {
            boolean any = list.backups().stream().anyMatch(Backup::isUsable);
            return new Protection(Look.NOTHING_YET, texts.text(any ? "banner.NONE_VERIFIED" : "banner.NOTHING_YET"));
        }
        Backup last = list.lastBackup().get();
        if (last.isOlderThan(patience(interval), clock.instant())) {
            long days = last.age(clock.instant()).toDays();
            return new Protection(Look.GETTING_OLD, texts.text("banner.GETTING_OLD", days));
        }
        String age = new Phrases(texts, clock).age(last.createdAt());
        return new Protection(Look.PROTECTED, texts.text("banner.PROTECTED", age));
    }

    /** The backups cannot even be listed. */
    static Protection unreadable(BackupException problem, Locale locale) {
        return new Protection(Look.FAILING, problem.message(locale));
    }

    /** An icon of the size of text; the sentence says the same. */
    public Icon icon() {
        return look.icon.icon();
    }

    private static Duration patience(Optional<Duration> interval) {
        Duration wanted = interval.map(every -> every.multipliedBy(2)).orElse(WITHOUT_INTERVAL);
        return wanted.compareTo(AT_LEAST) < 0 ? AT_LEAST : wanted;
    }
}
