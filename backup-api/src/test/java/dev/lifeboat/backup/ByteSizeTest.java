package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FR-027")
class ByteSizeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 bytes",
                "1 | 1 byte",
                "2 | 2 bytes",
                "999 | 999 bytes",
                "1000 | 1 kB",
                "1049 | 1 kB",
                "1500 | 1.5 kB",
                "999949 | 999.9 kB",
                "999950 | 1 MB",
                "15300000 | 15.3 MB",
                "1000000000 | 1 GB",
                "1234567890123 | 1.2 TB",
                "1000000000000000 | 1 PB",
                "9223372036854775807 | 9.2 EB"
            })
    void isReadableInEnglish(long bytes, String shown) {
        assertThat(new ByteSize(bytes).in(Locale.ENGLISH)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1500 | 1,5 kB", "15300000 | 15,3 MB", "999949 | 999,9 kB", "2000000000 | 2 GB"})
    void isReadableInGerman(long bytes, String shown) {
        assertThat(new ByteSize(bytes).in(Locale.GERMAN)).isEqualTo(shown);
    }

    @Test
    void goesOverToTheNextUnitBeforeItShowsAThousand() {
        for (long unit = 1_000_000; unit <= 1_000_000_000_000_000_000L / 1000; unit *= 1000) {
            assertThat(new ByteSize(unit - 1).in(Locale.ENGLISH)).startsWith("1 ");
            assertThat(new ByteSize(unit / 1000 * 999).in(Locale.ENGLISH)).startsWith("999 ");
        }
    }
}
