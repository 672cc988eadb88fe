package dev.lifeboat.jobmatch.jobs;

/** How far somebody has got with an offer. */
public enum OfferStatus {
    /** Nobody has looked at it. */
    NEW,
    /** Worth an application. */
    INTERESTING,
    /** An application is sent. */
    APPLIED,
    /** They want to talk, or did. */
    INTERVIEW,
    /** They want to hire. */
    OFFERED,
    /** They do not want to hire. */
    REJECTED,
    /** Not wanted, not any more, or gone. */
    DISMISSED;

    /** What people call it. */
    public Phrase label() {
        return Phrase.of("status." + name());
    }
}
