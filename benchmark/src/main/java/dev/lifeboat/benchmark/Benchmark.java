package dev.lifeboat.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the chosen topics and prints what they found. */
public final class Benchmark {
    private static final int WRONG_USAGE = 2;
    private static final Clock CLOCK = Clock.systemUTC();

    private Benchmark() {}

    /**
     * Ends with 0 whatever the figures are, because this is no test; with 2 after a wrong option. The system property
     * {@code benchmark.folder} names the folder for databases and results, {@code benchmark.docs} that of the document.
     */
    public static void main(String[] args) throws Exception {
        if (List.of(args).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        try {
            run(Options.parse(List.of(args)));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(Options.USAGE);
            System.exit(WRONG_USAGE);
        }
    }

    private static void run(Options options) throws Exception {
        Instant start = CLOCK.instant();
        Path folder = folder("benchmark.folder", "benchmark/target/benchmark");
        try (Peers peers = peers(options, folder)) {
            Map<String, String> machine = new LinkedHashMap<>(Machine.describe(folder));
            machine.putAll(peers.versions());
            Report report = new Report(machine, options);
            System.out.println(report.header());
            Outcome outcome = measure(new Workplace(folder, options, peers));
            Duration took = Duration.between(start, CLOCK.instant());
            System.out.println();
            System.out.print(report.table(outcome));
            System.out.println("\nThis took " + Quantity.minutes(took) + ".");
            Path results = options.results().orElse(folder.resolve("results.jsonl"));
            report.write(outcome, results, start);
            System.out.println("Written to " + results);
            if (options.writesDocs()) {
                Path docs = folder("benchmark.docs", "docs");
                new PerformanceDocument(machine, options, outcome, start, took).write(docs);
                System.out.println("Written to " + docs.resolve(PerformanceDocument.TEXT));
            }
        }
    }

    private static Path folder(String property, String otherwise) throws Exception {
        return Files.createDirectories(
                Path.of(System.getProperty(property, otherwise)).toAbsolutePath());
    }

    private static Peers peers(Options options, Path folder) throws Exception {
        return options.topics().stream().anyMatch(Topic::hasPeers)
                ? Peers.start(folder.resolve("peers"))
                : Peers.none();
    }

    private static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Topic topic : workplace.options().topics()) {
            Instant start = CLOCK.instant();
            System.out.print("Measuring " + topic.id() + " ... ");
            System.out.flush();
            outcomes.add(topic.measure(workplace));
            System.out.println(Quantity.minutes(Duration.between(start, CLOCK.instant())));
        }
        return Outcome.merged(outcomes);
    }
}
