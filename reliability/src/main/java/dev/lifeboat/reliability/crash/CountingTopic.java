package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the preloaded library counts every call that changes a file: what strace saw of the same process tells. */
public final class CountingTopic implements Topic {
    @Override
    public Findings run(Bench bench) throws Exception {
        if (!Strace.isInstalled()) {
            return new Findings(List.of("calls compared with strace: none, it is not installed"), List.of());
        }
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        Path root = bench.folder().resolve("root");
        Victim victim = Victim.in(bench.folder().resolve("work"), library);
        Beginnings beginnings = new Beginnings(bench.folder());
        List<String> violations = new ArrayList<>();
        long compared = 0;
        for (Trials.Recorded recorded : Trials.recorded(bench.all())) {
            Beginnings.Beginning beginning = beginnings.of(recorded.operation(), recorded.base(), victim, root);
            Path database = beginning.scene().stage(root, recorded.operation());
            Recording.Contents before = Recording.Contents.of(root);
            Path trace = bench.folder().resolve("trace");
            Victim.Outcome outcome =
                    victim.trace(root, trace, recorded.operation().words(beginning.scene(), database));
            if (!outcome.succeeded()) {
                throw new IOException(recorded + " does not work under strace: " + outcome.output());
            }
            Strace.Seen seen = Strace.read(trace, root, before);
            Map<String, Integer> counted = counted(outcome.calls());
            int calls = counted.values().stream().mapToInt(Integer::intValue).sum();
            System.out.printf("%-52s %4d calls%n", recorded, calls);
            if (!counted.equals(seen.changes())) {
                violations.add(recorded + ": strace saw " + without(seen.changes(), counted) + ", the library counted "
                        + without(counted, seen.changes()));
            }
            seen.strange().forEach(call -> violations.add(recorded + ": nobody counts " + call));
            compared += calls;
            Files.delete(trace);
        }
        return new Findings(List.of("calls compared with strace, all of them counted: " + compared), violations);
    }

    private static Map<String, Integer> counted(List<Call> calls) {
        Map<String, Integer> counted = new TreeMap<>();
        calls.forEach(call -> counted.merge(call.operation() + " " + call.path(), 1, Integer::sum));
        return counted;
    }

    private static Map<String, Integer> without(Map<String, Integer> these, Map<String, Integer> those) {
        Map<String, Integer> rest = new TreeMap<>(these);
        rest.entrySet().removeAll(those.entrySet());
        return rest;
    }
}
