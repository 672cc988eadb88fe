package dev.lifeboat.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * The raw files of a damaged database, kept as they were found before a restore (FR-018). Clean-up never touches them.
 *
 * @param path the folder that holds them
 * @param createdAt when they were copied
 * @param sizeBytes all files together
 */
public record PreservedFiles(Path path, Instant createdAt, long sizeBytes) {}
