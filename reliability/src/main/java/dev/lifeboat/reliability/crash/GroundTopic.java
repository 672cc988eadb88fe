package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The backup folder is moved away, the disk becomes read-only or slow, while an operation is at work. */
public final class GroundTopic implements Topic {
    private static final Set<Operation> EVERY_OPERATION =
            EnumSet.complementOf(EnumSet.of(Operation.RECOVER, Operation.RECOVER_BACK));
    private static final Set<Operation> QUICK_OPERATIONS = EnumSet.of(Operation.CREATE, Operation.RESTORE_IN_PLACE);
    private static final int EVERY_PART = 20;
    private static final int QUICK_PARTS = 3;
    private static final int SLOW_MILLIS = 100;
    private static final int QUICK_MILLIS = 10;

    @Override
    public Findings run(Bench bench) throws Exception {
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        List<String> figures = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        Set<Operation> operations = bench.all() ? EVERY_OPERATION : QUICK_OPERATIONS;
        long disturbed = 0;
        try (Ground ground = new Ground(bench.folder().resolve("folder"), library)) {
            for (Disturbance disturbance : Disturbance.values()) {
                for (Operation operation : operations) {
                    Tally tally = ground.disturb(operation, disturbance, bench.all() ? EVERY_PART : QUICK_PARTS);
                    System.out.println(tally);
                    violations.addAll(tally.violations());
                    disturbed += tally.runs();
                }
            }
            figures.add(
                    "the backup folder was moved, deleted or replaced during an operation: " + disturbed + " times");
            for (Operation operation : QUICK_OPERATIONS) {
                int millis = bench.all() ? SLOW_MILLIS : QUICK_MILLIS;
                long calls = ground.slow(operation, millis);
                figures.add(operation + " on a disk that takes " + millis + " ms more for each of " + calls
                        + " calls: done");
            }
        }
        long readOnly = 0;
        try (Sweep sweep = new Sweep(Files.createDirectories(bench.folder().resolve("read-only")), library)) {
            for (Operation operation : operations) {
                Trial trial = new Trial(operation, Base.HOT_LOG, Fault.Kind.EROFS_ON);
                Tally tally = sweep.run(trial, bench.all() ? 1 : Trials.STEP * QUICK_PARTS, false);
                System.out.println(tally);
                violations.addAll(tally.violations());
                readOnly += tally.runs();
            }
        }
        figures.add("the disk became read-only during an operation: " + readOnly + " times");
        return new Findings(figures, violations);
    }
}
