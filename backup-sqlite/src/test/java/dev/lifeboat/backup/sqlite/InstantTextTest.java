package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    @Test
    void everyInstantThatIsWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Instant second = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 300_000_000_000L));
            Instant milli = second.plusMillis(random.nextInt(1000));
            Instant nano = second.plusNanos(random.nextInt(1_000_000_000));

            assertThat(InstantText.parse(second.toString())).isEqualTo(second);
            assertThat(InstantText.parse(milli.toString())).isEqualTo(milli);
            assertThat(InstantText.parse(nano.toString())).isEqualTo(nano);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-28T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-28t13:00:00z",
                "2026-11-28T13:00:00.5Z",
                "+12026-11-28T13:00:00Z",
                "2026-11-28T13:00:00.000000001Z",
                "2024-02-29T00:00:00.999Z"
            })
    void unusualTextsMeanWhatTheyMeanElsewhere(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-28",
                "2026-02-30T13:00:00Z",
                "2026-13-01T13:00:00.000Z",
                "2026-11-28T25:00:00Z",
                "2026-11-28T13:61:00Z",
                "2026-11-28 13:00:00Z",
                "2026-11-28T13:00:00,000Z",
                "٢٠٢٦-11-28T13:00:00Z",
                "2026-11-28T13:00:00.00 Z"
            })
    void whatIsNoInstantIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> InstantText.parse(text));
    }
}
