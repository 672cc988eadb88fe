package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The most memory the command {@code lifeboat create} has for a large database, beyond what it has for a small one. */
final class MemoryTopic {
    private static final Bound BOUND = new Bound.AtMost(40);

    private final Workplace workplace;
    private final Set<String> flags = new LinkedHashSet<>();

    private MemoryTopic(Workplace workplace) {
        this.workplace = workplace;
    }

    static Outcome measure(Workplace workplace) throws Exception {
        if (Child.lifeboat().isEmpty() || !Child.canMeasureMemory()) {
            return Outcome.skipped("memory: not measured, it takes benchmark/run and a system with /proc");
        }
        return new MemoryTopic(workplace).run();
    }

    private Outcome run() throws Exception {
        Contestant large = creation(workplace.options().largeSize());
        Contestant small = creation(workplace.options().smallSize());

        Map<Contestant, Samples> samples = new Race(0, workplace.options().rounds()).run(List.of(large, small));

        return new Outcome(
                List.of(new Comparison(
                        Topic.MEMORY.id(),
                        new Comparison.Entry(large.name(), samples.get(large)),
                        new Comparison.Entry(small.name(), samples.get(small)),
                        "MB",
                        Comparison.Figure.DIFFERENCE,
                        BOUND)),
                List.of("memory: flags of the virtual machine: " + String.join(", or ", flags)));
    }

    private Contestant creation(int megabytes) {
        return new Contestant.Measured("peak memory, create " + megabytes + " MB", () -> create(megabytes));
    }

    private double create(int megabytes) throws IOException, SQLException, InterruptedException {
        Path folder = workplace.emptyFolder("memory");
        try {
            Path live = workplace.liveDatabase(megabytes, folder);
            List<String> command = Child.lifeboat("create", "--quiet", "--database", live.toString())
                    .orElseThrow();
            Child.Footprint footprint = Child.measureMemory(command);
            flags.add(String.join(" ", footprint.flags()));
            return footprint.kibibytes() / 1024.0;
        } finally {
            Workplace.delete(folder);
        }
    }
}
