/** Job offers as CSV files: reading those of others, writing our own, and back without loss. */
package dev.lifeboat.jobmatch.jobs.csv;
