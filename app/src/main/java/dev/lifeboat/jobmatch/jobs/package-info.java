/**
 * What Job Match Checker is about: a profile with skills and preferences, job offers, and how well they match.
 *
 * <p>Values are immutable records. Stores read and write them over a JDBC connection that they are given;
 * {@link dev.lifeboat.jobmatch.jobs.JobDatabase} is the only place that opens one. The tables are made by the scripts
 * in {@code dev/lifeboat/jobmatch/migrations}, which a migrator runs before anything here is used.
 */
package dev.lifeboat.jobmatch.jobs;
