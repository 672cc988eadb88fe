package dev.lifeboat.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A restore that succeeded: the new state is there and durable.
 *
 * @param restored file name of the backup that was restored
 * @param safetyBackup the backup of the previous state; empty when that was damaged or missing
 * @param preserved raw files of a damaged previous state, as they were copied
 * @param warnings what happened on the way that does not change the success
 */
public record RestoreResult(
        String restored, Optional<Backup> safetyBackup, List<Path> preserved, List<Message> warnings) {
    /** Copies the lists. */
    public RestoreResult {
        preserved = List.copyOf(preserved);
        warnings = List.copyOf(warnings);
    }
}
