package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Values in the words of people: times, ages, sizes, kinds and states. Times are local to the clock's zone. */
record Phrases(Texts texts, Clock clock) {
    private static final int HOURS_SAID_AS_SUCH = 12;
    private static final int DAYS_SAID_AS_SUCH = 7;
    private static final int DAYS_OF_A_YEAR = 365;

    Instant now() {
        return clock.instant();
    }

    /** Exact local date and time. */
    String time(Instant instant) {
        return in(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)).format(instant);
    }

    /** Local date. */
    String date(Instant instant) {
        return in(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)).format(instant);
    }

    /** Day and month; the year too where it is more than a year ago or in the future. */
    String day(Instant instant) {
        long days = Duration.between(instant, now()).toDays();
        if (days > DAYS_OF_A_YEAR || instant.isAfter(now())) {
            return date(instant);
        }
        String pattern = texts.text(isMonthFirst() ? "age.month-day-pattern" : "age.day-month-pattern");
        return in(DateTimeFormatter.ofPattern(pattern, texts.locale())).format(instant);
    }

    /** As the locale writes whole dates; there is no format of its own for dates without a year. */
    private boolean isMonthFirst() {
        String whole = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, texts.locale());
        return whole.indexOf('M') < whole.indexOf('d');
    }

    /**
     * How long ago, the nearer the finer: "2 hours ago", "yesterday 09:15", "12 Sep (71 days ago)"; more than a year
     * ago only the date.
     */
    String age(Instant instant) {
        Duration age = Duration.between(instant, now());
        if (age.isNegative()) {
            return texts.text("age.future", date(instant));
        }
        long calendarDays = ChronoUnit.DAYS.between(localDate(instant), localDate(now()));
        if (age.toMinutes() == 0) {
            return texts.text("age.now");
        }
        if (age.toHours() == 0) {
            return texts.text("age.minutes", age.toMinutes());
        }
        if (calendarDays == 0 || age.toHours() < HOURS_SAID_AS_SUCH) {
            return texts.text("age.hours", age.toHours());
        }
        if (calendarDays == 1) {
            DateTimeFormatter hour = in(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
            return texts.text("age.yesterday", hour.format(instant));
        }
        if (calendarDays < DAYS_SAID_AS_SUCH) {
            return texts.text("age.days", calendarDays);
        }
        return age.toDays() > DAYS_OF_A_YEAR ? date(instant) : texts.text("age.date", day(instant), age.toDays());
    }

    String size(long bytes) {
        return new ByteSize(bytes).in(texts.locale());
    }

    String size(Iterable<Backup> backups) {
        long bytes = 0;
        for (Backup backup : backups) {
            bytes += backup.sizeBytes();
        }
        return size(bytes);
    }

    /** Why it exists; a dash for a foreign file. */
    String kind(Backup backup) {
        boolean ours = backup.state() != BackupState.FOREIGN;
        return backup.kind().filter(kind -> ours).map(this::kind).orElse(texts.text("kind.none"));
    }

    String kind(BackupKind kind) {
        return texts.text("kind." + kind);
    }

    String schema(Backup backup) {
        return backup.schemaVersion().map(SchemaVersion::value).orElse(texts.text("kind.none"));
    }

    /** How far it can be trusted, with the day of its verification. */
    String state(Backup backup) {
        Optional<Instant> verified = backup.verifiedAt();
        return verified.map(at -> texts.text("state.VERIFIED.on", day(at)))
                .orElseGet(() -> texts.text("state." + backup.state()));
    }

    private LocalDate localDate(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private DateTimeFormatter in(DateTimeFormatter format) {
        return format.withLocale(texts.locale()).withZone(clock.getZone());
    }
}
