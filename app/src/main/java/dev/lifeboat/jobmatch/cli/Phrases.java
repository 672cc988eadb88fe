package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Values in the words of people: kinds, states, sizes, times and ages. */
final class Phrases {
    private final Texts texts;
    private final Clock clock;
    private DateTimeFormatter times;

    Phrases(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The present, for ages. */
    Instant now() {
        return clock.instant();
    }

    /** Why a backup exists; a dash for a foreign file. */
    String kind(Backup backup) {
        return backup.kind().map(this::kind).orElse(nothing());
    }

    /** Why a backup exists, and whether it is old by now. */
    String kindAndAge(Backup backup) {
        boolean old = backup.isOlderThan(Backup.DEFAULT_MAX_AGE, now());
        return old ? texts.of("list.old", kind(backup)) : kind(backup);
    }

    /** How far a backup can be trusted. */
    String state(Backup backup) {
        return texts.of("state." + backup.state().id());
    }

    /** The schema version, or a dash. */
    String schema(Backup backup) {
        return backup.schemaVersion().map(SchemaVersion::value).orElse(nothing());
    }

    /** A size in readable units. */
    String size(long bytes) {
        return new ByteSize(bytes).in(texts.locale());
    }

    /** Local date and time. */
    String time(Instant instant) {
        if (times == null) {
            times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(texts.locale())
                    .withZone(clock.getZone());
        }
        return times.format(instant);
    }

    /** How long ago, such as "2 hours ago"; rounded down. */
    String age(Instant instant) {
        Duration age = Duration.between(instant, now());
        if (age.isNegative()) {
            return texts.of("age.future");
        }
        if (age.toDays() > 0) {
            return texts.of("age.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return texts.of("age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? texts.of("age.minutes", age.toMinutes()) : texts.of("age.now");
    }

    /** Local date and time with the age in brackets. */
    String timeAndAge(Instant instant) {
        return texts.of("age.with-time", time(instant), age(instant));
    }

    /** What stands where there is nothing. */
    String nothing() {
        return "–";
    }

    private String kind(BackupKind kind) {
        return texts.of("kind." + kind.id());
    }
}
