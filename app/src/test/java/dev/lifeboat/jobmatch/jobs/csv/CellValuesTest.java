package dev.lifeboat.jobmatch.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.jobs.RemoteOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    60000             | 60000
                    60.000            | 60000
                    60,000            | 60000
                    60,000.00         | 60000
                    60.000,- €        | 60000
                    60'000 CHF        | 60000
                    60 000 EUR        | 60000
                    60k               | 60000
                    60 T€             | 60000
                    60 Tsd. Euro      | 60000
                    60 TEUR           | 60000
                    0                 | 0
                    60.000 - 75.000 € | 60000 75000
                    60k–75k           | 60000 75000
                    60-75k            | 60000 75000
                    60.000 bis 75.000 | 60000 75000
                    $60,000 to $75,000| 60000 75000
                    """)
    void amountsAreUnderstood(String cell, String amounts) {
        assertThat(CellValues.amounts(cell))
                .containsExactlyElementsOf(
                        Arrays.stream(amounts.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"60,5", "6.000,5", "-5", "sixty", "1-2-3", "60000 per month", "9999999999", "", "60..000"})
    void whatIsNoAmountIsRefused(String cell) {
        assertThat(CellValues.amounts(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-03", "2026-11-03T23:59:59Z", "2026-11-03 08:00", "3.11.2026", "03.11.2026"})
    void daysAreUnderstood(String cell) {
        assertThat(CellValues.day(cell)).contains(LocalDate.of(2026, 11, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/03/2026", "2026-13-01", "29.2.2026", "3.11.26", "gestern", "2026"})
    void whatIsNoDayIsRefused(String cell) {
        assertThat(CellValues.day(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON_SITE", "on site", "On-Site", "vor Ort", "VOR ORT"})
    void choicesAreUnderstoodInEveryLanguage(String cell) {
        assertThat(CellValues.constant(cell, RemoteOption.values(), RemoteOption::label))
                .contains(RemoteOption.ON_SITE);
    }

    @ParameterizedTest
    @CsvSource({"EUR,EUR", "chf,CHF", "€,EUR", "$,USD"})
    void currenciesAreUnderstood(String cell, String code) {
        assertThat(CellValues.currency(cell).orElseThrow().getCurrencyCode()).isEqualTo(code);
        assertThat(List.of(CellValues.currencyIn("60.000 " + cell).orElseThrow().getCurrencyCode()))
                .containsExactly(code);
    }
}
