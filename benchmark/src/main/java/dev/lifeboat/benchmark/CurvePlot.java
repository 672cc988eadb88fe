package dev.lifeboat.benchmark;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Curves over the size of the database, each doubling of which is equally far; the vertical axis begins at nothing.
 *
 * @param svg where to draw
 * @param curves one or more of the same panel
 * @param corner upper left
 * @param width of all
 * @param height of all
 */
record CurvePlot(Svg svg, List<Curve> curves, Svg.At corner, double width, double height) {
    private static final List<String> STYLES = List.of("first", "second", "third");
    private static final int NAMES_IN_A_ROW = 2;
    private static final double ROW = 16;
    private static final double LEFT = 48;
    private static final double RIGHT = 20;
    private static final double TOP = 56;
    private static final double BOTTOM = 40;
    private static final int LINES = 4;
    private static final double HEADROOM = 1.1;
    private static final int KIBI = 1024;

    void draw() {
        Curve.Panel panel = curves.get(0).panel();
        svg.text(
                "head", new Svg.At(corner.x(), corner.y() + 14), Svg.Anchor.START, panel.title() + ", " + panel.unit());
        drawScale();
        drawSizes();
        for (int i = 0; i < curves.size(); i++) {
            String style = STYLES.get(i % STYLES.size());
            drawCurve(curves.get(i), style);
            Svg.At at = new Svg.At(
                    corner.x() + LEFT + i % NAMES_IN_A_ROW * width / NAMES_IN_A_ROW,
                    corner.y() + 34 + i / NAMES_IN_A_ROW * ROW);
            svg.line("line " + style, List.of(new Svg.At(at.x(), at.y() - 4), new Svg.At(at.x() + 26, at.y() - 4)));
            svg.text(
                    "soft",
                    new Svg.At(at.x() + 32, at.y()),
                    Svg.Anchor.START,
                    curves.get(i).name());
        }
    }

    private void drawScale() {
        double step = step(largest() / LINES);
        for (int i = 0; i * step <= top(); i++) {
            double y = y(i * step);
            svg.line("grid", List.of(new Svg.At(corner.x() + LEFT, y), new Svg.At(corner.x() + width - RIGHT, y)));
            svg.text("soft", new Svg.At(corner.x() + LEFT - 8, y + 4), Svg.Anchor.END, Quantity.number(i * step));
        }
    }

    /** The unit stands at the last of several small sizes, because their labels are close together. */
    private void drawSizes() {
        int lastSmall = sizes().filter(megabytes -> megabytes % KIBI != 0).max().orElse(0);
        sizes().forEach(megabytes -> {
            String small = megabytes == lastSmall ? megabytes + " MB" : String.valueOf(megabytes);
            svg.text(
                    "soft",
                    new Svg.At(x(megabytes), corner.y() + height - BOTTOM + 20),
                    Svg.Anchor.MIDDLE,
                    megabytes % KIBI == 0 ? megabytes / KIBI + " GB" : small);
        });
    }

    private void drawCurve(Curve curve, String style) {
        List<Svg.At> points = curve.points().stream()
                .map(point -> new Svg.At(x(point.megabytes()), y(point.value())))
                .toList();
        svg.line("line " + style, points);
        points.forEach(at -> svg.dot("mark-" + style, at, 3.5));
    }

    private double x(int megabytes) {
        double smallest = Math.log(sizes().min().orElseThrow());
        double largest = Math.log(sizes().max().orElseThrow());
        double room = width - LEFT - RIGHT - 40;
        double share = largest == smallest ? 0.5 : (Math.log(megabytes) - smallest) / (largest - smallest);
        return corner.x() + LEFT + 20 + share * room;
    }

    private double y(double value) {
        double room = height - TOP - BOTTOM;
        return corner.y() + height - BOTTOM - Math.max(0, value) / top() * room;
    }

    private double top() {
        return largest() * HEADROOM;
    }

    private double largest() {
        return Math.max(values().max().orElseThrow(), Double.MIN_NORMAL);
    }

    private DoubleStream values() {
        return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Curve.Point::value);
    }

    private IntStream sizes() {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToInt(Curve.Point::megabytes)
                .distinct();
    }

    /** The smallest of 1, 2, 5, 10, ... that is not below. */
    static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(each -> each * power)
                .filter(each -> each >= least * (1 - 1e-9))
                .findFirst()
                .orElse(10 * power);
    }
}
