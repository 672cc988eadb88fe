package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.util.ArrayList;
import java.util.List;

/** The power fails after every call of every operation. */
public final class PowerTopic implements Topic {
    private static final PowerLoss.Extent EVERYTHING = new PowerLoss.Extent(1, 20, false);
    private static final PowerLoss.Extent QUICK = new PowerLoss.Extent(9, 3, false);

    @Override
    public Findings run(Bench bench) throws Exception {
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        PowerLoss power = new PowerLoss(bench.folder(), library);
        List<String> violations = new ArrayList<>();
        long states = 0;
        for (Trials.Recorded recorded : Trials.recorded(bench.all())) {
            Tally tally = power.run(recorded, bench.all() ? EVERYTHING : QUICK);
            System.out.println(tally);
            violations.addAll(tally.violations());
            states += tally.runs();
        }
        return new Findings(List.of("states of a disk after a power failure, recovered: " + states), violations);
    }
}
