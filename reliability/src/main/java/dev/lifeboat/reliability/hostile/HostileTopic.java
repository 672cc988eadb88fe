package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Backups, records and live databases that are broken or meant to do harm.
 *
 * <p>One seed and one number make one case. With {@code JDK_JAVA_OPTIONS="-Dhostile.seed=N -Dhostile.case=M"} only that
 * one is tried again; the seed alone tries others than usual.
 */
public final class HostileTopic implements Topic {
    private static final int QUICK_CASES = 800;
    private static final int ALL_CASES = 20_000;
    private static final long SEED = 20_260_601;

    @Override
    public Findings run(Bench bench) throws Exception {
        long seed = Long.getLong("hostile.seed", SEED);
        Integer only = Integer.getInteger("hostile.case");
        Results results = new Results();
        Children children = new Children(bench.folder(), seed, results);
        if (only == null) {
            children.run(0, bench.all() ? ALL_CASES : QUICK_CASES);
        } else {
            children.run(only, only + 1);
        }
        new TreeMap<>(results.counts()).forEach((what, times) -> System.out.println(what + ": " + times));
        return new Findings(figures(seed, results), new ArrayList<>(results.violations()));
    }

    private static List<String> figures(long seed, Results results) {
        return List.of(
                "hostile files: " + results.cases() + " cases (seed " + seed + "), each ended within "
                        + results.slowestMillis() + " ms",
                "hostile files: " + results.count("answered") + " answered, " + results.count("Intact")
                        + " found intact, " + results.count("Damaged")
                        + " found damaged, the rest refused with a code");
    }
}
