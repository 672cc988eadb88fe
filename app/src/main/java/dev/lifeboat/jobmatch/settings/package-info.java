/**
 * What belongs to the person at the computer rather than to a database: where the files are, the settings, the log.
 *
 * <p>{@link dev.lifeboat.jobmatch.settings.UserFolders} says where, {@link dev.lifeboat.jobmatch.settings.SettingsFile}
 * and {@link dev.lifeboat.jobmatch.settings.LogFile} keep one file each there. Neither ever stops the application: what
 * cannot be read or written becomes a {@link dev.lifeboat.jobmatch.settings.Notice}.
 */
package dev.lifeboat.jobmatch.settings;
