package dev.lifeboat.backup;

import java.util.List;

/**
 * What a clean-up did.
 *
 * @param deleted file names that are gone
 * @param kept what stayed, each with its reason
 * @param failed what should have gone and is still there
 */
public record CleanupResult(List<String> deleted, List<CleanupPlan.Kept> kept, List<Failure> failed) {
    /** Copies the lists. */
    public CleanupResult {
        deleted = List.copyOf(deleted);
        kept = List.copyOf(kept);
        failed = List.copyOf(failed);
    }

    /**
     * A backup that could not be deleted.
     *
     * @param name file name
     * @param error why
     */
    public record Failure(String name, BackupException error) {}
}
