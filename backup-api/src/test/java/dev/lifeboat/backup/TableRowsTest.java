package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    private static final int MANY = 100_000;

    @Test
    void keepsOrderAndContent() {
        Map<String, Long> source = new LinkedHashMap<>();
        source.put("people", 7L);
        source.put("Größen", 0L);
        source.put("audit", Long.MAX_VALUE);

        Map<String, Long> rows = TableRows.copyOf(source);

        assertThat(rows)
                .containsExactlyEntriesOf(source)
                .isEqualTo(source)
                .hasSameHashCodeAs(source)
                .hasSize(3);
        assertThat(source).isEqualTo(rows);
        assertThat(rows.get("people")).isEqualTo(7);
        assertThat(rows.get("nobody")).isNull();
    }

    @Test
    void isACopyThatNobodyCanChange() {
        Map<String, Long> source = new LinkedHashMap<>(Map.of("people", 7L));
        Map<String, Long> rows = TableRows.copyOf(source);

        source.put("people", 8L);

        assertThat(rows).containsExactly(Map.entry("people", 7L));
        assertThat(TableRows.copyOf(rows)).isSameAs(rows);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rows.put("people", 9L));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(rows::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> rows.entrySet().iterator().next().setValue(9L));
    }

    @Test
    void isComparedByContentWhateverTheOrderAndHoweverMany() {
        Map<String, Long> source = new LinkedHashMap<>();
        Map<String, Long> reversed = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            source.put("table " + i, (long) i);
            reversed.put("table " + (MANY - 1 - i), (long) (MANY - 1 - i));
        }
        Map<String, Long> rows = TableRows.copyOf(source);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(rows.equals(TableRows.copyOf(reversed))).isTrue();
            assertThat(rows.equals(TableRows.copyOf(source))).isTrue();
            reversed.put("table 5", 6L);
            assertThat(rows.equals(TableRows.copyOf(reversed))).isFalse();
        });
    }
}
