package dev.lifeboat.reliability.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries every call of every operation on one database until something is lost: by power failures, which are quick, then
 * by killing, then by errors. What it finds is the last line.
 *
 * <p>Arguments: the folder of the sources in C, and a folder to work in.
 */
public final class Hunt {
    /** How the process ends when something was lost; 0 when nothing was. */
    public static final int FOUND = 3;

    private static final int RANDOM_STATES = 2;
    private static final List<Fault.Kind> FAULTS =
            List.of(Fault.Kind.KILL_MIDDLE, Fault.Kind.EIO_ONCE, Fault.Kind.ENOSPC_ONCE);

    private Hunt() {}

    /** Hunts until something is found. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1])).toRealPath();
        FaultLibrary library = FaultLibrary.compile(Path.of(arguments[0], "faults.c"), folder);
        PowerLoss power = new PowerLoss(Files.createDirectories(folder.resolve("power")), library);
        for (Trials.Recorded recorded : Trials.recorded(false)) {
            stopAt(power.run(recorded, new PowerLoss.Extent(1, RANDOM_STATES, true)));
        }
        try (Sweep sweep = new Sweep(folder.resolve("sweep"), library)) {
            for (Fault.Kind kind : FAULTS) {
                for (Trials.Recorded recorded : Trials.recorded(false)) {
                    stopAt(sweep.run(new Trial(recorded.operation(), recorded.base(), kind), 1, true));
                }
            }
        }
        System.out.println("nothing");
    }

    private static void stopAt(Tally tally) {
        if (!tally.violations().isEmpty()) {
            System.out.println(tally.violations().get(0).replace('\n', ' '));
            System.exit(FOUND);
        }
    }
}
