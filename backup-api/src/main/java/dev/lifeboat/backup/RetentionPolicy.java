package dev.lifeboat.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which backups clean-up deletes: a value and a pure function (FR-019 to FR-024).
 *
 * <p>The boundary is strict: a backup of exactly {@code maxAge} is kept. The newest verified backup that is not dated
 * in the future is always kept, and when there is none, nothing is deleted at all.
 *
 * @param maxAge exact age up to which a backup is kept; not negative
 */
public record RetentionPolicy(Duration maxAge) {
    /** 30 days of 24 hours. */
    public static final RetentionPolicy DEFAULT = new RetentionPolicy(Backup.DEFAULT_MAX_AGE);

    /** Refuses a negative age. */
    public RetentionPolicy {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("maxAge must not be negative: " + maxAge);
        }
    }

    /** What would be deleted and what stays, each with its reason. Reads nothing but its arguments; order is kept. */
    public CleanupPlan plan(List<Backup> backups, Instant now) {
        Optional<Backup> anchor = newestVerified(backups, now);
        List<Backup> deletions = new ArrayList<>();
        List<CleanupPlan.Kept> kept = new ArrayList<>();
        for (Backup backup : backups) {
            Optional<KeepReason> reason = reasonToKeep(backup, anchor, now);
            if (reason.isPresent()) {
                kept.add(new CleanupPlan.Kept(backup, reason.get()));
            } else {
                deletions.add(backup);
            }
        }
        return new CleanupPlan(this, now, deletions, kept, anchor);
    }

    /**
     * The newest verified backup that is not dated in the future: the one that everything else is deleted on account
     * of.
     */
    public static Optional<Backup> newestVerified(List<Backup> backups, Instant now) {
        return backups.stream()
                .filter(backup -> backup.state() == BackupState.VERIFIED
                        && !backup.createdAt().isAfter(now))
                .max(Backup.OLDEST_FIRST);
    }

    private Optional<KeepReason> reasonToKeep(Backup backup, Optional<Backup> anchor, Instant now) {
        if (backup.state() == BackupState.FOREIGN) {
            return Optional.of(KeepReason.FOREIGN);
        }
        if (backup.kind().orElseThrow() == BackupKind.PRE_MIGRATION) {
            return Optional.of(KeepReason.PRE_MIGRATION);
        }
        if (backup.createdAt().isAfter(now)) {
            return Optional.of(KeepReason.FUTURE);
        }
        if (!backup.isOlderThan(maxAge, now)) {
            return Optional.of(KeepReason.RECENT);
        }
        if (anchor.isEmpty()) {
            return Optional.of(KeepReason.NO_VERIFIED_BACKUP);
        }
        return backup.equals(anchor.get()) ? Optional.of(KeepReason.LAST_VERIFIED) : Optional.empty();
    }
}
