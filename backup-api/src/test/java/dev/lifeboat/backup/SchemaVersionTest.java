package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FR-015")
class SchemaVersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.10, 1.9",
        "10, 9",
        "2, 1.99.99",
        "1.0.1, 1",
        "1_10, 1.9",
        "1.1, 1_0",
        "20261122140311, 20261122140310",
        "9999999999999999999999999999999999999999, 9999999999999999999999999999999999999998",
        "010, 9"
    })
    void isNewerNumberByNumber(String newer, String older) {
        assertThat(version(newer).isNewerThan(version(older))).isTrue();
        assertThat(version(older).isNewerThan(version(newer))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 2.0", "1.2, 1_2", "01, 1", "0, 0.0.0", "3, 3"})
    void isNotNewerThanAnEqualOne(String one, String other) {
        assertThat(version(one).isNewerThan(version(other))).isFalse();
        assertThat(version(other).isNewerThan(version(one))).isFalse();
    }

    @Test
    void isNotComparedAcrossSources() {
        SchemaVersion history = new SchemaVersion("99", "history");
        SchemaVersion pragma = new SchemaVersion("1", SchemaVersion.USER_VERSION);

        assertThat(history.isNewerThan(pragma)).isFalse();
        assertThat(pragma.isNewerThan(history)).isFalse();
    }

    @Test
    void ordersLikeNumbersWhateverTheirLength() {
        Random random = new Random(4713);

        for (int i = 0; i < 5000; i++) {
            List<Integer> one =
                    random.ints(1 + random.nextInt(4), 0, 12).boxed().toList();
            List<Integer> other =
                    random.ints(1 + random.nextInt(4), 0, 12).boxed().toList();

            boolean newer = version(join(one)).isNewerThan(version(join(other)));

            assertThat(newer).as("%s newer than %s", one, other).isEqualTo(weight(one) > weight(other));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "1.",
                ".1",
                "1..2",
                "1._2",
                "a",
                "v1",
                "1a",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1\n",
                "1,2",
                "1-2",
                "١",
                "11111111111111111111111111111111111111111",
                "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1"
            })
    void refusesWhatIsNoVersion(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> version(value));
    }

    @Test
    void isShownAsItWasWritten() {
        assertThat(version("1_10")).hasToString("1_10");
    }

    private static SchemaVersion version(String value) {
        return new SchemaVersion(value, "history");
    }

    private static String join(List<Integer> numbers) {
        return String.join(".", numbers.stream().map(String::valueOf).toList());
    }

    /** Four numbers below 100 as one; missing ones are 0. */
    private static long weight(List<Integer> numbers) {
        long weight = 0;
        for (int i = 0; i < 4; i++) {
            weight = weight * 100 + (i < numbers.size() ? numbers.get(i) : 0);
        }
        return weight;
    }
}
