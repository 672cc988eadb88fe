package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void comparesMediansWhateverTheOrderOfTheSamples() {
        Comparison comparison = comparison(List.of(90.0, 10.0, 20.0), Comparison.Figure.RATIO, new Bound.AtMost(4));

        assertThat(comparison.value()).isEqualTo(4);
        assertThat(comparison.isWithin()).isTrue();
    }

    @Test
    void takesTheMiddleOfAnEvenNumber() {
        assertThat(new Samples(List.of(1.0, 8.0, 2.0, 4.0)).median()).isEqualTo(3);
    }

    @Test
    void speedUpGrowsWithASlowReference() {
        Comparison comparison = comparison(List.of(0.25), Comparison.Figure.SPEED_UP, new Bound.AtLeast(21));

        assertThat(comparison.value()).isEqualTo(20);
        assertThat(comparison.isWithin()).isFalse();
    }

    @Test
    void differenceIsHeldAgainstItsBoundInItsUnit() {
        Comparison comparison = comparison(List.of(45.5), Comparison.Figure.DIFFERENCE, new Bound.AtMost(40));

        assertThat(comparison.value()).isEqualTo(40.5);
        assertThat(comparison.isWithin()).isFalse();
    }

    @Test
    void worstIsHeldAgainstTheWorstOfTheOther() {
        Comparison comparison = comparison(List.of(1.0, 1.0, 11.0), Comparison.Figure.WORST_RATIO, new Bound.AtMost(2));

        assertThat(comparison.value()).isEqualTo(2.2);
        assertThat(comparison.isWithin()).isFalse();
    }

    @Test
    void nothingIsMissedWhereNothingIsPromised() {
        assertThat(comparison(List.of(1e9), Comparison.Figure.RATIO, Bound.NONE).isWithin())
                .isTrue();
    }

    @Test
    void refusesToJudgeWithoutSamples() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples(List.of()));
    }

    private static Comparison comparison(List<Double> subject, Comparison.Figure figure, Bound bound) {
        return new Comparison(
                "topic",
                new Comparison.Entry("subject", new Samples(subject)),
                new Comparison.Entry("reference", new Samples(List.of(5.0))),
                "ms",
                figure,
                bound);
    }
}
