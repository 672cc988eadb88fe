package dev.lifeboat.jobmatch.jobs;

/** Where the work of an offer is done. */
public enum RemoteOption {
    /** The offer does not say. */
    UNKNOWN,
    /** At the office. */
    ON_SITE,
    /** Partly at the office. */
    HYBRID,
    /** From anywhere, at least within one country. */
    REMOTE;

    /** What people call it. */
    public Phrase label() {
        return Phrase.of("remote." + name());
    }
}
