package dev.lifeboat.jobmatch.jobs;

/**
 * Who is looking for a job. There is one in a database; what is not known is empty.
 *
 * @param name the full name
 * @param headline the profession in a few words
 * @param email where employers write to
 * @param location where this person lives
 * @param summary a few sentences for applications
 */
public record Profile(String name, String headline, String email, String location, String summary) {
    /** Nothing is known yet. */
    public static final Profile EMPTY = new Profile("", "", "", "", "");
}
