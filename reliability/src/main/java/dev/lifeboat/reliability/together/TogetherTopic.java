package dev.lifeboat.reliability.together;

import dev.lifeboat.reliability.ChildJava;
import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything at once. */
public final class TogetherTopic implements Topic {
    private static final Duration PART = Duration.ofSeconds(6);
    private static final Duration ALL = Duration.ofSeconds(150);

    @Override
    public Findings run(Bench bench) throws Exception {
        long seed = Long.getLong("seed", System.currentTimeMillis());
        System.out.println("seed " + seed);
        ChildJava java = ChildJava.in(bench.folder().resolve("java"));
        List<String> figures = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        StormTrial storm = new StormTrial(java, bench.folder(), bench.all() ? ALL : PART);
        for (String journalMode : List.of("WAL", "DELETE")) {
            add(storm.on(journalMode, seed), figures, violations);
        }
        return new Findings(figures, violations);
    }

    private static void add(Findings findings, List<String> figures, List<String> violations) {
        figures.addAll(findings.figures());
        violations.addAll(findings.violations());
    }
}
