package dev.lifeboat.jobmatch.jobs;

/**
 * Where offers are found, such as a job board.
 *
 * @param id 0 for one that is not stored yet
 * @param name not blank, unique without regard to case
 * @param url its page, or empty
 */
public record JobSource(long id, String name, String url) {
    /** Trims the words; throws an {@link IllegalArgumentException} for a blank name. */
    public JobSource {
        name = Words.required(name, "the name of a source");
        url = Words.line(url);
    }

    /** A source that is not stored yet. */
    public static JobSource of(String name, String url) {
        return new JobSource(0, name, url);
    }
}
