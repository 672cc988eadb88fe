/**
 * The application with windows: from the start, through an update or a recovery, to the main window, its settings and
 * the restart after a restore.
 *
 * <p>{@link dev.lifeboat.jobmatch.desktop.DesktopStart} runs the start off the event dispatch thread and shows whatever
 * comes of it; {@link dev.lifeboat.jobmatch.desktop.OpenApplication} is the application once its database may be
 * opened.
 */
package dev.lifeboat.jobmatch.desktop;
