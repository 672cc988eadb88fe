package dev.lifeboat.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Runs the chosen topics and prints what they found. */
public final class Benchmark {
    private static final int WRONG_USAGE = 2;

    private Benchmark() {}

    /**
     * Ends with 0 whatever the figures are, because this is no test; with 2 after a wrong option. The system property
     * {@code benchmark.folder} names the folder for databases and results.
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
        Path folder = Path.of(System.getProperty("benchmark.folder", "benchmark/target/benchmark"))
                .toAbsolutePath();
        Files.createDirectories(folder);
        Report report = new Report(Machine.describe(folder), options);
        System.out.println(report.header());
        Outcome outcome = measure(new Workplace(folder, options));
        System.out.println();
        System.out.print(report.table(outcome));
        Path results = options.results().orElse(folder.resolve("results.jsonl"));
        report.write(outcome, results, Clock.systemUTC().instant());
        System.out.println("\nWritten to " + results);
    }

    private static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Topic topic : workplace.options().topics()) {
            System.out.println("Measuring " + topic.id() + " ...");
            outcomes.add(topic.measure(workplace));
        }
        return Outcome.merged(outcomes);
    }
}
