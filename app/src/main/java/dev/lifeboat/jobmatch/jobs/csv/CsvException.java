package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.Phrase;

/** A file cannot be imported as a whole. Nothing of it was. */
public final class CsvException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Phrase reason;

    CsvException(Phrase reason) {
        this(reason, null);
    }

    CsvException(Phrase reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** What is wrong and what to do about it. */
    public Phrase reason() {
        return reason;
    }
}
