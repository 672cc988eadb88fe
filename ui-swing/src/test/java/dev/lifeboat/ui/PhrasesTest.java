package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ages in words, seen at 15:00 in Berlin. */
class PhrasesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:00:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22T13:59:01Z | just now | gerade eben",
                "2026-11-22T13:59:00Z | 1 minute ago | vor 1 Minute",
                "2026-11-22T13:01:00Z | 59 minutes ago | vor 59 Minuten",
                "2026-11-22T13:00:00Z | 1 hour ago | vor 1 Stunde",
                "2026-11-21T23:30:00Z | 14 hours ago | vor 14 Stunden",
                "2026-11-21T22:30:00Z | yesterday 23:30 | gestern, 23:30",
                "2026-11-20T08:15:00Z | 2 days ago | vor 2 Tagen",
                "2026-11-16T08:15:00Z | 6 days ago | vor 6 Tagen",
                "2026-10-12T10:00:00Z | 12 Oct (41 days ago) | 12. Okt. (vor 41 Tagen)",
                "2025-11-21T10:00:00Z | 21 Nov 2025 | 21.11.2025",
                "2026-11-23T10:00:00Z | 23 Nov 2026 (in the future) | 23.11.2026 (in der Zukunft)"
            })
    void theNearerTheFiner(Instant instant, String english, String german) {
        assertThat(new Phrases(new Texts(Locale.UK), CLOCK).age(instant)).isEqualTo(english);
        assertThat(new Phrases(new Texts(Locale.GERMANY), CLOCK).age(instant)).isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource({"en-US, Oct 12", "en-GB, 12 Oct", "de-CH, 12. Okt.", "fr-FR, 12 oct."})
    void aDayIsWrittenInTheOrderOfTheLocale(String locale, String day) {
        Phrases phrases = new Phrases(new Texts(Locale.forLanguageTag(locale)), CLOCK);

        assertThat(phrases.day(Instant.parse("2026-10-12T10:00:00Z"))).isEqualTo(day);
    }
}
