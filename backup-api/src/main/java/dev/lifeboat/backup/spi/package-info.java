/**
 * What a provider implements, and what it builds on.
 *
 * <p>A provider for a kind of database that is one main file (with side files beside it) implements
 * {@link dev.lifeboat.backup.spi.DatabaseEngine} and {@link dev.lifeboat.backup.spi.SidecarFormat} and hands both to
 * {@link dev.lifeboat.backup.spi.FolderBackupService}, which brings the folder, the names, the locks, retention and the
 * crash-safe order of steps. A provider that keeps its backups elsewhere implements
 * {@link dev.lifeboat.backup.BackupService} itself.
 */
package dev.lifeboat.backup.spi;
