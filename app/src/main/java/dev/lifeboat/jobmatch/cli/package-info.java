/**
 * The command line {@code lifeboat}.
 *
 * <p>{@link dev.lifeboat.jobmatch.cli.Lifeboat} turns arguments into one {@link dev.lifeboat.jobmatch.cli.Subcommand},
 * which talks to a backup service and puts its one answer into a {@link dev.lifeboat.jobmatch.cli.Report}: a text for
 * people or an object for programs. Failures of every sort meet in {@link dev.lifeboat.jobmatch.cli.Failure}.
 */
package dev.lifeboat.jobmatch.cli;
