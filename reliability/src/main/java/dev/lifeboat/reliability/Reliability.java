package dev.lifeboat.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sweeps all operations with all faults and prints what was found.
 *
 * <p>Arguments: the source of the preloaded library, a folder to work in, and {@code --all} for every call of every
 * trial instead of a part of them.
 */
public final class Reliability {
    private Reliability() {}

    /** Ends with code 1 when anything was lost. */
    public static void main(String[] arguments) throws Exception {
        boolean all = List.of(arguments).contains("--all");
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        Files.createDirectories(folder);
        List<String> violations = run(Path.of(arguments[0]), folder.toRealPath(), all);
        System.out.println(violations.size() + " violations");
        if (!violations.isEmpty()) {
            System.exit(1);
        }
    }

    private static List<String> run(Path source, Path folder, boolean all) throws Exception {
        FaultLibrary library = FaultLibrary.compile(source, folder);
        List<String> violations = new ArrayList<>();
        Instant begun = Instant.now();
        long calls = 0;
        try (Sweep sweep = new Sweep(folder, library)) {
            for (Trial trial : Trials.all(all)) {
                Tally tally = sweep.run(trial, all ? 1 : Trials.STEP);
                System.out.println(tally);
                tally.violations().forEach(one -> System.out.println("  VIOLATION " + one));
                violations.addAll(tally.violations());
                calls += tally.runs();
            }
        }
        System.out.println(
                calls + " runs in " + Duration.between(begun, Instant.now()).toSeconds() + " s");
        return violations;
    }
}
