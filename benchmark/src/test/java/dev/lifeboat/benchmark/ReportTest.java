package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Comparison.Entry FLOOR = new Comparison.Entry("cp", new Samples(List.of(10.0)));
    private static final Comparison.Entry SLOW = new Comparison.Entry("slow", new Samples(List.of(40.1)));
    private static final Standing RACE =
            new Standing("create", 5, "ms", FLOOR, List.of(SLOW), Map.of("absent", "not installed"));

    private final Report report = new Report(Map.of("processors", "2"), Options.parse(List.of()));

    @TempDir
    private Path folder;

    @Test
    void aRatioJustOverItsBoundIsMissedAndLooksSo() {
        assertThat(report.table(outcome(new Bound.AtMost(4)))).containsPattern("4\\.01x +at most 4x +MISSED");
    }

    @Test
    void aRatioWithoutABoundGetsNoVerdict() {
        assertThat(report.table(outcome(Bound.NONE))).doesNotContain("MISSED", " met", "at most");
    }

    @Test
    void namesWhoDidNotTakePart() {
        assertThat(report.table(outcome(Bound.NONE))).contains("absent: not measured: not installed");
    }

    @Test
    void writesEverySampleAsJson() throws Exception {
        Path file = folder.resolve("results.jsonl");

        report.write(outcome(new Bound.AtMost(4)), file, Instant.EPOCH);

        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .allSatisfy(line -> assertThat(
                                new Gson().fromJson(line, JsonObject.class).size())
                        .isPositive())
                .anySatisfy(line -> assertThat(line).contains("\"contestants\":{\"cp\":[10.0],\"slow\":[40.1]}"))
                .anySatisfy(line -> assertThat(line).contains("\"points\""));
    }

    @Test
    void writesLimitsAndTimesAsPeopleDo() {
        Comparison comparison =
                new Comparison("list", SLOW, FLOOR, "ms", Comparison.Figure.RATIO, new Bound.AtMost(1.1 * 10));

        assertThat(Quantity.bound(comparison)).isEqualTo("at most 11x");
        assertThat(Quantity.minutes(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(Quantity.minutes(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(List.of(0.0, 0.456, 4.56, 456.0)).map(Quantity::number).containsExactly("0", "0.46", "4.6", "456");
    }

    private static Outcome outcome(Bound bound) {
        return new Outcome(
                List.of(new Comparison("create", SLOW, FLOOR, "ms", Comparison.Figure.RATIO, bound)),
                List.of(RACE),
                List.of(new Curve(Curve.Panel.TIME, "curve", List.of(new Curve.Point(10, 1)))),
                List.of());
    }
}
