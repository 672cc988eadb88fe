package dev.lifeboat.jobmatch.window.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type, and what is made of it. */
class InputTextTest {
    @Nested
    class Days {
        private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

        @ParameterizedTest
        @ValueSource(strings = {"9.3.2026", "09.03.26", " 9.3.26 ", "9/3/2026", "9-3-2026", "2026-03-09", "9. 3. 2026"})
        void germanOrderIsUnderstoodWithAnySignBetween(String text) {
            assertThat(new DayText(Locale.GERMANY).parse(text)).contains(DAY);
        }

        @ParameterizedTest
        @CsvSource({"3/9/2026,en-US", "3/9/26,en-US", "09/03/2026,en-GB", "2026-03-09,en-US", "9.3.2026,de-AT"})
        void theOrderIsThatOfTheCountry(String text, String locale) {
            assertThat(new DayText(Locale.forLanguageTag(locale)).parse(text)).contains(DAY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "9.3.",
                    "31.2.2026",
                    "9.13.2026",
                    "morgen",
                    "9.3.20261",
                    "1.2.3.4",
                    "9.3.2026 x",
                    "-1.2.2026"
                })
        void whatIsNoDayIsRefused(String text) {
            assertThat(new DayText(Locale.GERMANY).parse(text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"de-DE", "en-US", "en-GB", "fr-FR", "sv-SE", "en"})
        void whatIsShownIsUnderstood(String locale) {
            DayText days = new DayText(Locale.forLanguageTag(locale));

            assertThat(days.parse(days.of(DAY))).contains(DAY);
        }
    }

    @Nested
    class Amounts {
        @ParameterizedTest
        @ValueSource(strings = {"60000", "60.000", "60,000", "60 000", "60k", "60 K", "60.000,00", "60'000"})
        void thousandsAreUnderstood(String text) {
            assertThat(new AmountText(Locale.GERMANY).parse(text)).hasValue(60_000);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "viel", "-5", "60.5", "1.2.3", "9999999999", "999999999k", "6e4"})
        void whatIsNoAmountIsRefused(String text) {
            assertThat(new AmountText(Locale.GERMANY).parse(text)).isEqualTo(OptionalInt.empty());
        }

        @Test
        void amountsAreShownWithTheSignsOfTheCountry() {
            assertThat(new AmountText(Locale.GERMANY).of(60_000)).isEqualTo("60.000");
            assertThat(new AmountText(Locale.US).of(60_000)).isEqualTo("60,000");
            assertThat(new AmountText(Locale.US).of(OptionalInt.empty())).isEmpty();
        }
    }
}
