package dev.lifeboat.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A drawing in the making; its colours follow the reader's light or dark scheme. Numbers are pixels from the top left.
 */
final class Svg {
    private static final String STYLE = """
            .page { fill: #ffffff; stroke: #d5dce5; } .head { fill: #1c2733; font-size: 17px; font-weight: 600; }
            .text { fill: #1c2733; } .soft { fill: #55637a; font-size: 12px; } .grid { stroke: #d5dce5; }
            .ours { fill: #1f6f43; } .equal { fill: #4a6285; } .less { fill: #a9b8cc; }
            .line { fill: none; stroke-width: 2.4; } .first { stroke: #1f6f43; } .second { stroke: #4a6285; stroke-dasharray: 7 4; }
            .third { stroke: #a9662a; stroke-dasharray: 2 3; } .mark-third { fill: #a9662a; }
            .mark-first { fill: #1f6f43; } .mark-second { fill: #4a6285; }
            @media (prefers-color-scheme: dark) {
              .page { fill: #161b22; stroke: #3a4552; } .head, .text { fill: #e6ecf3; } .soft { fill: #a3b1c2; }
              .grid { stroke: #3a4552; } .ours, .mark-first { fill: #56c288; } .equal, .mark-second { fill: #8fb0e0; }
              .less { fill: #56657a; } .first { stroke: #56c288; } .second { stroke: #8fb0e0; }
              .third { stroke: #e0a05c; } .mark-third { fill: #e0a05c; }
            }
            """;

    private final StringBuilder body = new StringBuilder();

    /** Where a text is held. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A point of a line. */
    record At(double x, double y) {}

    void text(String style, At at, Anchor anchor, String text) {
        body.append(String.format(
                Locale.ROOT,
                "  <text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style,
                at.x(),
                at.y(),
                anchor.name().toLowerCase(Locale.ROOT),
                escaped(text)));
    }

    void box(String style, At at, double width, double height, double rounding) {
        body.append(String.format(
                Locale.ROOT,
                "  <rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>%n",
                style,
                at.x(),
                at.y(),
                width,
                height,
                rounding));
    }

    void line(String style, List<At> points) {
        String joined = points.stream()
                .map(at -> String.format(Locale.ROOT, "%.1f,%.1f", at.x(), at.y()))
                .collect(Collectors.joining(" "));
        body.append(String.format(Locale.ROOT, "  <polyline class=\"%s\" points=\"%s\"/>%n", style, joined));
    }

    void dot(String style, At at, double radius) {
        body.append(String.format(
                Locale.ROOT,
                "  <circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n",
                style,
                at.x(),
                at.y(),
                radius));
    }

    /**
     * The whole file.
     *
     * @param title what it shows, for those who cannot see it
     */
    String finish(String title, double width, double height) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"t\""
                                + " font-family=\"system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\" font-size=\"14\">%n",
                        width,
                        height)
                + "  <title id=\"t\">" + escaped(title) + "</title>\n"
                + "  <style>\n" + STYLE.indent(4) + "  </style>\n"
                + body
                + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
