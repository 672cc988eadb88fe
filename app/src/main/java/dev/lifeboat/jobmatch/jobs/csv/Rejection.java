package dev.lifeboat.jobmatch.jobs.csv;

import dev.lifeboat.jobmatch.jobs.Phrase;

/**
 * Why a line of a file was not imported.
 *
 * @param line where its record begins, from 1; the headings are usually line 1
 * @param column the heading, or empty if the whole line is meant
 * @param reason for people
 */
public record Rejection(long line, String column, Phrase reason) {
    /** The whole sentence, with line and column. */
    public Phrase asPhrase() {
        int number = Math.toIntExact(line);
        return column.isEmpty()
                ? Phrase.of("csv.line", number, reason)
                : Phrase.of("csv.line-column", number, column, reason);
    }
}
