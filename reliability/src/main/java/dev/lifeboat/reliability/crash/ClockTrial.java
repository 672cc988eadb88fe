package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.reliability.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Commands that begin at times of their own.
 *
 * @param name in words
 * @param zone where they happen
 * @param steps in the order in which they really happen
 */
record ClockTrial(String name, String zone, List<Step> steps) {
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final List<String> CREATE = List.of("create");
    private static final List<String> CLEAN_UP = List.of("cleanup", "--older-than", "30d", "--yes");

    /**
     * A command.
     *
     * @param time what the clock shows when it begins
     * @param words of the command line
     * @param kept how many of the backups made before are there after it, at least; -1 for all
     */
    private record Step(Instant time, List<String> words, int kept) {}

    static ClockTrial of(String name, String zone) {
        return new ClockTrial(name, zone, List.of());
    }

    ClockTrial create(Instant time) {
        return and(new Step(time, CREATE, -1));
    }

    /** Old backups are deleted, but none of these is old. */
    ClockTrial cleanUpKeepsAll(Instant time) {
        return and(new Step(time, CLEAN_UP, -1));
    }

    /** They are all old by this clock; one is kept all the same. */
    ClockTrial cleanUpKeepsTheLast(Instant time) {
        return and(new Step(time, CLEAN_UP, 1));
    }

    private ClockTrial and(Step step) {
        return new ClockTrial(
                name, zone, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** Gives what must not be. */
    List<String> run(Victim victim, Scene scene, Path root) throws IOException, InterruptedException, BackupException {
        List<String> violations = new ArrayList<>();
        List<Instant> made = new ArrayList<>();
        Path database = scene.stage(root, Operation.CREATE);
        Folders.delete(root.resolve("backups"));
        BackupService service = Scene.service(database);
        int least = 0;
        for (Step step : steps) {
            Victim.Outcome outcome = victim.run(root, words(step, database), environment(step));
            if (!outcome.succeeded()) {
                violations.add(step + " was refused: " + outcome.output().strip());
                continue;
            }
            if (step.words().equals(CREATE)) {
                made.add(step.time());
            }
            least = step.kept() < 0 ? (step.words().equals(CREATE) ? least + 1 : least) : step.kept();
            int there = service.list().backups().size();
            if (there < least || step.words().equals(CREATE) && there != least) {
                violations.add(there + " backups after " + step + " instead of " + least);
            }
        }
        for (Backup backup : service.list().backups()) {
            check(service, backup, made, violations);
        }
        return violations;
    }

    private static void check(BackupService service, Backup backup, List<Instant> made, List<String> violations)
            throws BackupException {
        Verification verification = service.verify(backup.name(), ProgressListener.NONE);
        if (backup.state() != BackupState.VERIFIED || !(verification instanceof Verification.Intact)) {
            violations.add(backup + " " + verification);
        }
        boolean known = made.stream()
                .anyMatch(
                        time -> Duration.between(time, backup.createdAt()).abs().compareTo(SLACK) < 0);
        if (!known) {
            violations.add(backup.name() + " is said to be of " + backup.createdAt());
        }
        service.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);
    }

    private Map<String, String> environment(Step step) {
        return Map.of("FAULTS_CLOCK", String.valueOf(step.time().getEpochSecond()), "TZ", zone);
    }

    private static List<String> words(Step step, Path database) {
        return Stream.concat(step.words().stream(), Stream.of("--json", "--database", database.toString()))
                .toList();
    }
}
