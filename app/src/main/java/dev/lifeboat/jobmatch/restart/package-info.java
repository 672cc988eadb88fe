/**
 * The application starts itself again, for example after a restore (FR-017), and hands the database over to its
 * successor.
 *
 * <p>{@link dev.lifeboat.jobmatch.restart.Restart} is the old process's side of it,
 * {@link dev.lifeboat.jobmatch.restart.Succession} the new one's. What passes between them is one environment variable
 * with a {@link dev.lifeboat.jobmatch.restart.Predecessor}, and the presence lock, which the old process loses only by
 * ending: there is no moment in which two processes have it.
 */
package dev.lifeboat.jobmatch.restart;
