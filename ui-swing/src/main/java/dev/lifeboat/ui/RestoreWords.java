package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What a backup is, in the words of the windows around a restore. */
final class RestoreWords {
    private final Texts texts;
    private final DateTimeFormatter times;

    RestoreWords(Locale locale) {
        texts = new Texts(locale);
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault());
    }

    Locale locale() {
        return texts.locale();
    }

    String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    Caption caption(String key) {
        return Caption.parse(texts.text(key));
    }

    /** Local date and time. */
    String time(Instant instant) {
        return times.format(instant);
    }

    /** How long ago, such as "2 hours ago"; rounded down. */
    String age(Instant instant, Instant now) {
        Duration age = Duration.between(instant, now);
        if (age.isNegative()) {
            return text("restore.age.future");
        }
        if (age.toDays() > 0) {
            return text("restore.age.days", age.toDays());
        }
        if (age.toHours() > 0) {
            return text("restore.age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? text("restore.age.minutes", age.toMinutes()) : text("restore.age.now");
    }

    String size(long bytes) {
        return new ByteSize(bytes).in(locale());
    }

    String kind(Backup backup) {
        return backup.kind().map(kind -> text("kind." + kind)).orElseGet(() -> text("restore.unknown"));
    }

    String schema(Backup backup) {
        return backup.schemaVersion().map(SchemaVersion::value).orElseGet(() -> text("restore.unknown"));
    }

    /** How far it can be trusted, and since when. */
    String state(Backup backup) {
        String state = text("state." + backup.state());
        return backup.verifiedAt()
                .map(at -> text("restore.verified", state, time(at)))
                .orElse(state);
    }
}
