package dev.lifeboat.benchmark;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as a table for people, and as lines of JSON for documents. */
final class Report {
    private static final String ROW = "%-30s %9s %13s   %-26s %9s   %10s   %-16s %s%n";

    private final Gson gson = new Gson();
    private final Map<String, String> machine;
    private final Options options;

    Report(Map<String, String> machine, Options options) {
        this.machine = machine;
        this.options = options;
    }

    String header() {
        StringBuilder text = new StringBuilder();
        machine.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append("rounds: ").append(options.rounds()).append(", medians; (smallest-largest)\n");
        return text.toString();
    }

    String table(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append(row("", "median", "", "against", "median", "", "bound", ""));
        for (Comparison comparison : outcome.comparisons()) {
            text.append(row(
                    comparison.subject().name(),
                    quantity(comparison.subject().median(), comparison.unit()),
                    range(comparison.subject().samples()),
                    comparison.reference().name(),
                    quantity(comparison.reference().median(), comparison.unit()),
                    value(comparison),
                    bound(comparison),
                    comparison.isWithin() ? "within" : "OVER"));
        }
        outcome.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        return text.toString();
    }

    /** Replaces the file. The first line describes the machine, each other one is a comparison with all its samples. */
    void write(Outcome outcome, Path file, Instant at) throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, Object> first = new LinkedHashMap<>(machine);
        first.put("at", at.toString());
        first.put("rounds", options.rounds());
        first.put("remarks", outcome.remarks());
        lines.add(gson.toJson(first));
        for (Comparison comparison : outcome.comparisons()) {
            lines.add(gson.toJson(fields(comparison)));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static Map<String, Object> fields(Comparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("topic", comparison.topic());
        fields.put("subject", comparison.subject().name());
        fields.put("reference", comparison.reference().name());
        fields.put("unit", comparison.unit());
        fields.put("figure", comparison.figure().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("value", comparison.value());
        fields.put("bound", bound(comparison));
        fields.put("within", comparison.isWithin());
        fields.put("subjectSamples", comparison.subject().samples().values());
        fields.put("referenceSamples", comparison.reference().samples().values());
        return fields;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing() + '\n';
    }

    private static String value(Comparison comparison) {
        return switch (comparison.figure()) {
            case RATIO -> ratio(comparison.value()) + "x";
            case SPEED_UP -> number(comparison.value()) + "x faster";
            case DIFFERENCE -> "+" + quantity(comparison.value(), comparison.unit());
            case WORST -> "worst " + quantity(comparison.value(), comparison.unit());
        };
    }

    private static String bound(Comparison comparison) {
        String unit = switch (comparison.figure()) {
            case RATIO, SPEED_UP -> "x";
            case DIFFERENCE, WORST -> " " + comparison.unit();
        };
        if (comparison.bound() instanceof Bound.AtMost atMost) {
            return "at most " + plain(atMost.limit()) + unit;
        }
        return "at least " + plain(((Bound.AtLeast) comparison.bound()).limit()) + unit;
    }

    private static String range(Samples samples) {
        return "(" + number(samples.smallest()) + "-" + number(samples.largest()) + ")";
    }

    private static String quantity(double value, String unit) {
        return number(value) + " " + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    /** Below 1 a tenth is much. */
    private static String ratio(double value) {
        return value < 1 ? String.format(Locale.ROOT, "%.2f", value) : number(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
