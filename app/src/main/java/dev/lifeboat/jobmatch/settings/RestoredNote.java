package dev.lifeboat.jobmatch.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a restore did, for the notice in the window of the next start.
 *
 * @param backup file name of the backup that was restored
 * @param createdAt when that backup was made
 * @param safetyBackup file name of the backup of the data before; empty when that was damaged or missing
 * @param preserved where the raw files of damaged data were kept
 * @param database whose data it was
 */
public record RestoredNote(
        String backup, Instant createdAt, Optional<String> safetyBackup, Optional<Path> preserved, Path database) {}
