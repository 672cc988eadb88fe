package dev.lifeboat.jobmatch.jobs;

/** The kind of employment. */
public enum ContractType {
    /** The offer does not say. */
    UNKNOWN,
    /** Without an end. */
    PERMANENT,
    /** Until a date. */
    FIXED_TERM,
    /** Fewer hours than usual. */
    PART_TIME,
    /** Self-employed, by project. */
    FREELANCE,
    /** For learning, during or after studies. */
    INTERNSHIP;

    /** What people call it. */
    public Phrase label() {
        return Phrase.of("contract." + name());
    }
}
