package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary words = new Vocabulary();

    @Test
    void equalWordsBecomeOneObjectAlsoWhenTheirHashesAreOne() {
        String first = words.shared(new String("Aa"));
        String other = words.shared(new String("BB"));

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(words.shared(new String("Aa"))).isSameAs(first);
        assertThat(words.shared(new String("BB"))).isSameAs(other).isEqualTo("BB");
    }

    @Test
    void whoeverComesWhenItIsFullKeepsTheWord() {
        IntStream.range(0, 10_000).forEach(number -> words.shared("word " + number));

        assertThat(words.shared("another word")).isEqualTo("another word");
    }
}
