package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PerformanceDocumentTest {
    private static final Comparison.Entry FLOOR = entry("cp + fsync", 10);
    private static final Comparison.Entry LIFEBOAT = entry("Lifeboat, verified create", 45);
    private static final Comparison.Entry PEER = entry(Rival.PYTHON_EQUAL.title(), 90);
    private static final Comparison MISSED = comparison(LIFEBOAT, FLOOR, Comparison.Figure.RATIO, new Bound.AtMost(4));
    private static final Comparison MET =
            comparison(LIFEBOAT, PEER, Comparison.Figure.SPEED_UP, new Bound.AtLeast(1.9));
    private static final Comparison TOLD = comparison(PEER, FLOOR, Comparison.Figure.RATIO, Bound.NONE);
    private static final Standing RACE =
            new Standing("create", 50, "ms", FLOOR, List.of(PEER, LIFEBOAT), Map.of("better-sqlite3", "no npm"));
    private static final List<Curve> CURVES = List.of(
            new Curve(Curve.Panel.TIME, "Lifeboat <1>", List.of(new Curve.Point(10, 2.5), new Curve.Point(1024, 2.75))),
            new Curve(
                    Curve.Panel.MEMORY,
                    "lifeboat create",
                    List.of(new Curve.Point(10, 31), new Curve.Point(1024, 35))));
    private static final Outcome OUTCOME =
            new Outcome(List.of(MISSED, MET, TOLD), List.of(RACE), CURVES, List.of("create: copying 3 ms"));

    @TempDir
    private Path folder;

    @Test
    void saysInWordsWhichBoundsAreMissed() {
        String text = document(OUTCOME).text();

        assertThat(text)
                .contains("1 of 2 bounds are met; missed are:")
                .contains(
                        "- create, 50 MB: Lifeboat, verified create against cp + fsync is 4.50x, promised is at most 4x")
                .doesNotContain("- create, 50 MB: Lifeboat, verified create against Python");
    }

    @Test
    void keepsAFigureWithoutABoundOutOfThePromises() {
        assertThat(lines(OUTCOME))
                .containsSubsequence(
                        "## What was promised",
                        "| create, 50 MB | Lifeboat, verified create | 45.0 ms | cp + fsync | 10.0 ms | 4.50x | at most 4x | MISSED |",
                        "| create, 50 MB | Lifeboat, verified create | 45.0 ms | Python backup(), equal work | 90.0 ms | 2.00x faster | at least 1.9x | met |",
                        "## Figures without a bound",
                        "| create, 50 MB | Python backup(), equal work | 90.0 ms | cp + fsync | 10.0 ms | 9.00x |");
    }

    @Test
    void listsTheFloorFirstAndThenTheFastest() {
        assertThat(lines(OUTCOME))
                .containsSubsequence(
                        "## All who took part: create, 50 MB",
                        "| cp + fsync | 10.0 ms | 10.0-10.0 | 1.0 |",
                        "| Lifeboat, verified create | 45.0 ms | 45.0-45.0 | 4.5 |",
                        "| Python backup(), equal work | 90.0 ms | 90.0-90.0 | 9.0 |");
    }

    @Test
    void putsTheCurvesOfASizeIntoOneRow() {
        assertThat(lines(OUTCOME)).contains("| 10 | 2.5 | 31.0 |", "| 1024 | 2.8 | 35.0 |");
    }

    @Test
    void tellsWhoIsMissingAndWhatTheMachineIs() {
        assertThat(lines(OUTCOME))
                .contains(
                        "| better-sqlite3 | not measured: no npm | - | - |",
                        "- create: copying 3 ms",
                        "| processors | 2 |");
    }

    @Test
    void everyTableHasAsManyCellsInEachRow() {
        String text = document(OUTCOME).text();

        assertThat(text.split("\n\n"))
                .filteredOn(part -> part.startsWith("|"))
                .hasSizeGreaterThan(4)
                .allSatisfy(table -> assertThat(table.strip().split("\n"))
                        .extracting(
                                row -> row.chars().filter(each -> each == '|').count())
                        .containsOnly(table.lines()
                                .findFirst()
                                .orElseThrow()
                                .chars()
                                .filter(each -> each == '|')
                                .count()));
    }

    @Test
    void writesAPictureThatIsSoundAndShowsEverybody() throws Exception {
        document(OUTCOME).write(folder);

        Document picture = parse(Files.readString(folder.resolve(PerformanceDocument.PICTURE)));
        assertThat(texts(picture))
                .contains("cp + fsync", "Lifeboat, verified create", "4.5x", "9.0x", "Lifeboat <1>", "10 MB", "1 GB");
        assertThat(folder.resolve(PerformanceDocument.TEXT))
                .content()
                .contains("](" + PerformanceDocument.PICTURE + ")");
    }

    @Test
    void drawsBarsAsLongAsTheTimesAre() throws Exception {
        Document picture = parse(Chart.of(OUTCOME));

        assertThat(width(picture, "equal") / width(picture, "ours")).isEqualTo(2);
    }

    @Test
    void leavesOutWhatWasNotMeasured() throws Exception {
        Outcome nothing = Outcome.skipped("nothing was measured");

        assertThat(document(nothing).text()).contains("0 of 0 bounds are met.").doesNotContain("## Growth");
        assertThat(texts(parse(Chart.of(nothing)))).isEmpty();
    }

    @Test
    void everyCurveOfAPictureHasItsOwnStyleAndAPlaceForItsName() throws Exception {
        List<Curve> curves = Stream.of("one", "two", "three")
                .map(name -> new Curve(Curve.Panel.TIME, name, List.of(new Curve.Point(10, 1), new Curve.Point(50, 2))))
                .toList();
        Outcome outcome = new Outcome(List.of(), List.of(), curves, List.of());

        Document picture = parse(Chart.of(outcome));

        List<Element> names = elements(picture, "text").stream()
                .filter(text -> List.of("one", "two", "three").contains(text.getTextContent()))
                .toList();
        assertThat(names)
                .hasSize(3)
                .allSatisfy(name -> assertThat(Double.parseDouble(name.getAttribute("x")))
                        .as("left of the next picture")
                        .isLessThan(450));
        assertThat(names.stream().map(name -> name.getAttribute("x") + " " + name.getAttribute("y")))
                .doesNotHaveDuplicates();
        assertThat(elements(picture, "polyline").stream().map(line -> line.getAttribute("class")))
                .contains("line first", "line second", "line third");
    }

    @Test
    void stepsOfAnAxisAreRound() {
        assertThat(Stream.of(0.3, 1.0, 1.1, 7.0, 24.0).map(CurvePlot::step)).containsExactly(0.5, 1.0, 2.0, 10.0, 50.0);
    }

    private static List<String> lines(Outcome outcome) {
        return document(outcome).text().lines().toList();
    }

    private static PerformanceDocument document(Outcome outcome) {
        return new PerformanceDocument(
                Map.of("processors", "2"),
                Options.parse(List.of()),
                outcome,
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofSeconds(75));
    }

    private static Comparison comparison(
            Comparison.Entry subject, Comparison.Entry reference, Comparison.Figure figure, Bound bound) {
        return new Comparison("create, 50 MB", subject, reference, "ms", figure, bound);
    }

    private static Comparison.Entry entry(String name, double millis) {
        return new Comparison.Entry(name, new Samples(List.of(millis)));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document picture, String tag) {
        NodeList found = picture.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> texts(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).toList();
    }

    private static double width(Document picture, String style) {
        return elements(picture, "rect").stream()
                .filter(box -> box.getAttribute("class").equals(style))
                .mapToDouble(box -> Double.parseDouble(box.getAttribute("width")))
                .findFirst()
                .orElseThrow();
    }
}
