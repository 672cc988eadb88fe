package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.util.ArrayList;
import java.util.List;

/** Every operation, with a fault at every call that changes a file. */
public final class SweepTopic implements Topic {
    @Override
    public Findings run(Bench bench) throws Exception {
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        List<String> violations = new ArrayList<>();
        long killed = 0;
        long failed = 0;
        try (Sweep sweep = new Sweep(bench.folder(), library)) {
            for (Trial trial : Trials.all(bench.all())) {
                if (!trial.toString().contains(System.getProperty("trial", ""))) {
                    continue;
                }
                Tally tally = sweep.run(trial, bench.all() ? 1 : Trials.STEP, false);
                System.out.println(tally);
                violations.addAll(tally.violations());
                if (trial.kind().kills()) {
                    killed += tally.runs();
                } else {
                    failed += tally.runs();
                }
            }
        }
        return new Findings(
                List.of(
                        "killed before, within or after a file operation: " + killed + " times",
                        "a file operation failed (no room, input/output error; once, or from there on): " + failed
                                + " times"),
                violations);
    }
}
