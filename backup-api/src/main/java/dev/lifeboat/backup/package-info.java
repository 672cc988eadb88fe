/**
 * What an application calls: a {@link dev.lifeboat.backup.BackupService} found through
 * {@link dev.lifeboat.backup.BackupProviders}, its immutable values and its errors.
 *
 * <p>No method takes or returns {@code null}. Times are {@link java.time.Instant}s; sizes are bytes.
 */
package dev.lifeboat.backup;
