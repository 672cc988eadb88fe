package dev.lifeboat.benchmark;

import java.util.List;
import java.util.Optional;

/** The picture of a run: who took how long, and how time and memory grow. */
final class Chart {
    private static final double WIDTH = 960;
    private static final double MARGIN = 28;
    private static final double BAR = 18;
    private static final double BAR_PITCH = 28;
    private static final double BARS_X = 332;
    private static final double BARS_WIDTH = 520;
    private static final double PLOT_HEIGHT = 260;

    private final Svg svg = new Svg();
    private final Outcome outcome;

    private Chart(Outcome outcome) {
        this.outcome = outcome;
    }

    /** The picture as SVG; without a panel whose topic was not measured. */
    static String of(Outcome outcome) {
        return new Chart(outcome).draw();
    }

    /** The race that is shown: creating at the usual size, or else any. */
    static Optional<Standing> race(List<Standing> standings) {
        List<Standing> creates = standings.stream()
                .filter(standing -> standing.topic().equals(Topic.CREATE.id()))
                .toList();
        return creates.stream()
                .filter(standing -> standing.megabytes() == Promises.USUAL_MB)
                .findFirst()
                .or(() -> creates.stream().findFirst());
    }

    private String draw() {
        Optional<Standing> race = race(outcome.standings());
        double barsHeight =
                race.map(standing -> 60 + standing.entries().size() * BAR_PITCH).orElse(0.0);
        boolean hasCurves = !outcome.curves().isEmpty();
        double height = MARGIN + barsHeight + (hasCurves ? PLOT_HEIGHT + MARGIN : 0);
        svg.box("page", new Svg.At(0.5, 0.5), WIDTH - 1, height - 1, 10);
        race.ifPresent(this::drawBars);
        double half = (WIDTH - 3 * MARGIN) / 2;
        for (Curve.Panel panel : Curve.Panel.values()) {
            List<Curve> curves = outcome.curves().stream()
                    .filter(curve -> curve.panel() == panel)
                    .toList();
            if (!curves.isEmpty()) {
                double x = MARGIN + panel.ordinal() * (half + MARGIN);
                new CurvePlot(svg, curves, new Svg.At(x, barsHeight + MARGIN), half, PLOT_HEIGHT).draw();
            }
        }
        return svg.finish(
                "Times of Lifeboat and of others, and how time and memory grow with the database", WIDTH, height);
    }

    private void drawBars(Standing standing) {
        svg.text(
                "head",
                new Svg.At(MARGIN, 38),
                Svg.Anchor.START,
                "Backing up " + standing.megabytes() + " MB, as times of cp + fsync; less is better");
        double longest =
                standing.entries().stream().mapToDouble(standing::ratio).max().orElseThrow();
        double y = 58;
        for (Comparison.Entry entry : standing.entries()) {
            double ratio = standing.ratio(entry);
            double length = ratio / longest * BARS_WIDTH;
            double baseline = y + BAR - 4;
            svg.text("text", new Svg.At(BARS_X - 10, baseline), Svg.Anchor.END, entry.name());
            svg.box(style(entry.name()), new Svg.At(BARS_X, y), length, BAR, 3);
            svg.text("text", new Svg.At(BARS_X + length + 8, baseline), Svg.Anchor.START, Quantity.number(ratio) + "x");
            y += BAR_PITCH;
        }
    }

    private static String style(String name) {
        if (name.startsWith("Lifeboat")) {
            return "ours";
        }
        return Rival.with(Rival.Effort.EQUAL).anyMatch(rival -> rival.title().equals(name)) ? "equal" : "less";
    }
}
