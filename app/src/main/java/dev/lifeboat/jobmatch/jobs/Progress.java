package dev.lifeboat.jobmatch.jobs;

/** Hears how far long work is; called on the thread that does it, often. */
@FunctionalInterface
public interface Progress {
    /** Does not listen. */
    Progress NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done 0 to {@code total}, in units that the work names
     * @param total in the same units
     */
    void at(long done, long total);
}
