package dev.lifeboat.reliability.together;

import dev.lifeboat.backup.BackupError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Holds what was done against what may be answered, and against the lock. */
final class Verdict {
    private static final Set<BackupError> REFUSALS = Set.of(
            BackupError.OPERATION_IN_PROGRESS,
            BackupError.BACKUP_NOT_FOUND,
            BackupError.LAST_BACKUP_PROTECTED,
            BackupError.DATABASE_BUSY);

    private Verdict() {}

    /** Answers that nobody should get. */
    static List<String> onAnswers(List<Deed> deeds) {
        List<String> violations = new ArrayList<>();
        for (Deed deed : deeds) {
            boolean told = deed.action() == Action.RESTORE && deed.outcome().equals(BackupError.UNKNOWN.name());
            boolean writes = deed.action() == Action.COMMIT && deed.outcome().equals("BUSY");
            boolean refused = REFUSALS.stream().anyMatch(error -> error.name().equals(deed.outcome()));
            if (!deed.done() && !deed.interrupted() && !told && !writes && !refused) {
                violations.add("unexpected: " + deed);
            }
            if (deed.action() == Action.VERIFY && deed.detail().startsWith("Damaged")) {
                violations.add("damaged: " + deed);
            }
        }
        return violations;
    }

    /**
     * Two that held the lock at once. An operation that is heard of has it, until it is heard of for the last time at
     * least.
     */
    static List<String> onLock(List<Deed> deeds) {
        List<Deed> holders = deeds.stream()
                .filter(deed -> deed.action() != Action.COMMIT && deed.started().isPresent())
                .sorted(Comparator.comparingLong(deed -> deed.started().getAsLong()))
                .toList();
        List<String> violations = new ArrayList<>();
        Deed last = null;
        for (Deed deed : holders) {
            if (last != null && deed.started().getAsLong() < last.lastStage()) {
                violations.add("both at once: " + last + " and " + deed);
            }
            last = last == null || deed.lastStage() > last.lastStage() ? deed : last;
        }
        return violations;
    }

    /** How often what was answered how. */
    static Map<Action, Map<String, Integer>> count(Stream<Deed> deeds) {
        Map<Action, Map<String, Integer>> counts = new EnumMap<>(Action.class);
        deeds.forEach(deed -> counts.computeIfAbsent(deed.action(), action -> new TreeMap<>())
                .merge(deed.outcome(), 1, Integer::sum));
        return counts;
    }
}
