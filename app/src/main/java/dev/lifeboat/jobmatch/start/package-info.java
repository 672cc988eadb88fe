/**
 * From the first moment to an open database: who is alone, what was interrupted, whether the file is sound, which
 * scripts are pending; and the housekeeping afterwards.
 */
package dev.lifeboat.jobmatch.start;
