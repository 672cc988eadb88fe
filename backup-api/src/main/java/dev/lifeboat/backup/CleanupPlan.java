package dev.lifeboat.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a clean-up would delete and keep, shown before it happens (FR-022).
 *
 * @param policy the rule it was made with
 * @param plannedAt the instant ages were measured at
 * @param deletions what would go, newest first
 * @param kept what stays, each with its reason, newest first
 * @param anchor the newest verified backup, on whose account the others may go; it is verified again before anything is
 *     deleted
 */
public record CleanupPlan(
        RetentionPolicy policy, Instant plannedAt, List<Backup> deletions, List<Kept> kept, Optional<Backup> anchor) {
    /** Copies the lists. */
    public CleanupPlan {
        deletions = List.copyOf(deletions);
        kept = List.copyOf(kept);
    }

    /**
     * A backup that stays.
     *
     * @param backup which
     * @param reason why
     */
    public record Kept(Backup backup, KeepReason reason) {}
}
