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

/** The results as tables for people, and as lines of JSON for programs. */
final class Report {
    private static final String ROW = "%-16s %-42s %11s %15s   %-40s %11s   %14s   %-17s %s%n";
    private static final String PLACE = "%-42s %11s %15s %9s%n";

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
        for (Standing standing : outcome.standings()) {
            text.append(standing.title()).append('\n');
            for (Comparison.Entry entry : standing.entries()) {
                text.append(row(
                        PLACE,
                        entry.name(),
                        Quantity.of(entry.median(), standing.unit()),
                        "(" + Quantity.range(entry.samples()) + ")",
                        Quantity.number(standing.ratio(entry)) + "x"));
            }
            standing.absent()
                    .forEach((name, reason) ->
                            text.append(name + ": not measured: " + reason).append('\n'));
            text.append('\n');
        }
        text.append(row(ROW, "topic", "", "median", "", "against", "median", "", "bound", ""));
        for (Comparison comparison : outcome.comparisons()) {
            text.append(row(
                    ROW,
                    comparison.topic(),
                    comparison.subject().name(),
                    Quantity.of(comparison.subject().median(), comparison.unit()),
                    "(" + Quantity.range(comparison.subject().samples()) + ")",
                    comparison.reference().name(),
                    Quantity.of(comparison.reference().median(), comparison.unit()),
                    Quantity.of(comparison),
                    Quantity.bound(comparison),
                    Quantity.verdict(comparison)));
        }
        outcome.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        return text.toString();
    }

    /**
     * Replaces the file. The first line describes the machine, each other one is a comparison, everybody in a race with
     * all samples, or a curve.
     */
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
        for (Standing standing : outcome.standings()) {
            lines.add(gson.toJson(fields(standing)));
        }
        for (Curve curve : outcome.curves()) {
            lines.add(gson.toJson(curve));
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
        fields.put("bound", Quantity.bound(comparison));
        fields.put("within", comparison.isWithin());
        fields.put("subjectSamples", comparison.subject().samples().values());
        fields.put("referenceSamples", comparison.reference().samples().values());
        return fields;
    }

    private static Map<String, Object> fields(Standing standing) {
        Map<String, Object> contestants = new LinkedHashMap<>();
        standing.entries()
                .forEach(entry -> contestants.put(entry.name(), entry.samples().values()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("race", standing.title());
        fields.put("unit", standing.unit());
        fields.put("contestants", contestants);
        fields.put("notMeasured", standing.absent());
        return fields;
    }

    private static String row(String form, Object... cells) {
        return String.format(Locale.ROOT, form, cells).stripTrailing() + '\n';
    }
}
