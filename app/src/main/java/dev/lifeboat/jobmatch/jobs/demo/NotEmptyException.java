package dev.lifeboat.jobmatch.jobs.demo;

import dev.lifeboat.jobmatch.jobs.Phrase;

/** The database holds somebody's data, so nothing made up was added to it. */
public final class NotEmptyException extends Exception {
    private static final long serialVersionUID = 1;

    NotEmptyException() {
        super(Phrase.of("demo.not-empty").toString());
    }

    /** What is wrong and what to do about it. */
    public Phrase reason() {
        return Phrase.of("demo.not-empty");
    }
}
