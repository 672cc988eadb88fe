package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The project's document of a run: every figure in it comes from the run.
 *
 * @param machine names and values
 * @param options what was measured
 * @param outcome what came out
 * @param at when the run began
 * @param took how long it took
 */
record PerformanceDocument(Map<String, String> machine, Options options, Outcome outcome, Instant at, Duration took) {
    static final String TEXT = "performance.md";
    static final String PICTURE = "performance.svg";
    private static final String NOTHING = "-";

    /** Replaces the document and its picture in this folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(PICTURE), Chart.of(outcome));
        Files.writeString(folder.resolve(TEXT), text());
    }

    String text() {
        Markdown text = new Markdown();
        text.heading(1, "Performance");
        text.paragraph("Written by `./benchmark/run --write-docs` out of one run of " + Quantity.minutes(took) + " on "
                + at.atZone(ZoneOffset.UTC).toLocalDate()
                + "; do not edit. Ratios hold on other machines better than times do: measure on yours.");
        text.paragraph(
                "![Times of Lifeboat and of others, and how time and memory grow with the database](" + PICTURE + ")");
        addBounds(text);
        addStandings(text);
        addAbilities(text);
        addGrowth(text);
        addOtherFigures(text);
        addMethod(text);
        addMachine(text);
        return text.toString();
    }

    private void addBounds(Markdown text) {
        List<Comparison> bounded = comparisons(true);
        List<Comparison> missed =
                bounded.stream().filter(each -> !each.isWithin()).toList();
        text.heading(2, "What was promised");
        text.paragraph(bounded.size() - missed.size() + " of " + bounded.size() + " bounds are met"
                + (missed.isEmpty() ? "." : "; missed are:"));
        text.items(missed.stream().map(PerformanceDocument::sentence).toList());
        if (outcome.standings().stream().anyMatch(standing -> !standing.absent().isEmpty())) {
            text.paragraph(
                    "Not everybody could be measured; who is missing, and why, stands in the tables of the races.");
        }
        text.table(
                List.of("topic", "what", "median", "against", "median", "figure", "bound", "verdict"), rows(bounded));
    }

    private void addOtherFigures(Markdown text) {
        List<Comparison> unbounded = comparisons(false);
        if (!unbounded.isEmpty()) {
            text.heading(2, "Figures without a bound");
            text.table(
                    List.of("topic", "what", "median", "against", "median", "figure"),
                    rows(unbounded).stream()
                            .map(row -> row.subList(0, row.size() - 2))
                            .toList());
        }
        if (!outcome.remarks().isEmpty()) {
            text.heading(2, "Remarks");
            text.items(outcome.remarks());
        }
    }

    private List<Comparison> comparisons(boolean bounded) {
        return outcome.comparisons().stream()
                .filter(each -> bounded != each.bound() instanceof Bound.None)
                .toList();
    }

    private static List<List<String>> rows(List<Comparison> comparisons) {
        return comparisons.stream()
                .map(each -> List.of(
                        each.topic(),
                        each.subject().name(),
                        Quantity.of(each.subject().median(), each.unit()),
                        each.reference().name(),
                        Quantity.of(each.reference().median(), each.unit()),
                        Quantity.of(each),
                        Quantity.bound(each),
                        Quantity.verdict(each)))
                .toList();
    }

    private static String sentence(Comparison missed) {
        String against = missed.figure() == Comparison.Figure.WORST
                ? ""
                : " against " + missed.reference().name();
        return missed.topic() + ": " + missed.subject().name() + against + " is " + Quantity.of(missed)
                + ", promised is " + Quantity.bound(missed);
    }

    private void addStandings(Markdown text) {
        for (Standing standing : outcome.standings()) {
            List<List<String>> rows = new ArrayList<>();
            for (Comparison.Entry entry : standing.entries()) {
                rows.add(List.of(
                        entry.name(),
                        Quantity.of(entry.median(), standing.unit()),
                        Quantity.range(entry.samples()),
                        Quantity.number(standing.ratio(entry))));
            }
            standing.absent()
                    .forEach((name, reason) -> rows.add(List.of(name, "not measured: " + reason, NOTHING, NOTHING)));
            text.heading(2, "All who took part: " + standing.title());
            text.table(
                    List.of(
                            "who",
                            "median",
                            "smallest-largest",
                            "x " + standing.floor().name()),
                    rows);
        }
    }

    private static void addAbilities(Markdown text) {
        text.heading(2, "What each does by itself");
        text.paragraph(
                "*Equal work* adds `integrity_check`, `foreign_key_check`, SHA-256 of the finished file, and fsync of"
                        + " the file and its folder, one after the other.");
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(Ability.QUESTIONS);
        text.table(
                header,
                Ability.ALL.stream()
                        .map(ability -> {
                            List<String> row = new ArrayList<>(List.of(ability.name()));
                            row.addAll(ability.answers());
                            return row;
                        })
                        .toList());
    }

    private void addGrowth(Markdown text) {
        if (outcome.curves().isEmpty()) {
            return;
        }
        List<String> header = new ArrayList<>(List.of("MB"));
        Map<Integer, List<String>> rows = new TreeMap<>();
        outcome.curves()
                .forEach(curve -> curve.points()
                        .forEach(point -> rows.computeIfAbsent(
                                point.megabytes(), size -> new ArrayList<>(List.of(String.valueOf(size))))));
        for (Curve curve : outcome.curves()) {
            header.add(curve.name() + ": " + curve.panel().title() + ", "
                    + curve.panel().unit());
            rows.forEach((size, row) -> row.add(curve.points().stream()
                    .filter(point -> point.megabytes() == size)
                    .map(point -> Quantity.number(point.value()))
                    .findFirst()
                    .orElse(NOTHING)));
        }
        text.heading(2, "Growth");
        text.table(header, List.copyOf(rows.values()));
    }

    private void addMethod(Markdown text) {
        text.heading(2, "How it is measured");
        text.items(List.of(
                options.rounds()
                        + " measured rounds after warming up. Contestants run alternately, in another order every"
                        + " round; figures are ratios of medians unless they are called the worst. Creates and restores"
                        + " of small databases, and starts, get three times as many rounds, because a tenth of each is"
                        + " chance.",
                "For growth each database is read into memory before it is measured, and small ones are measured several"
                        + " times in a row, so that every sample is about as much work as one of 100 MB.",
                "Databases are generated: text of job offers with their indexes, 3 per cent of it deleted or rewritten."
                        + " All files are on one file system.",
                "Lifeboat runs warm, in one Java process. Python and Node run warm, too; their start does not count."
                        + " The commands cp and sqlite3 are started each time.",
                "The first result of every contestant is opened and compared with the original: rows of each table and"
                        + " `integrity_check`.",
                "The writer is another process: a thousand commits a second in write-ahead mode, `synchronous=NORMAL`,"
                        + " a time-out of 100 ms. A pause counts until a second after the backup, when the log is written back.",
                "The backups in a list are one file of 10 MB under many names, each with a record of its own; there are"
                        + " 15 times as many rounds, because a list takes milliseconds.",
                "Memory is the kernel's peak of resident memory (VmHWM) of the command, above that of"
                        + " `lifeboat --version`."));
    }

    private void addMachine(Markdown text) {
        text.heading(2, "The machine");
        text.table(
                List.of("", ""),
                machine.entrySet().stream()
                        .map(fact -> List.of(fact.getKey(), fact.getValue()))
                        .toList());
    }
}
