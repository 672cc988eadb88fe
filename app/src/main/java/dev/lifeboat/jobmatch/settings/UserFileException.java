package dev.lifeboat.jobmatch.settings;

import java.util.Locale;

/**
 * A file or folder of this user's that could not be written. {@link #getMessage()} is English, for logs;
 * {@link #message(Locale)} is what a window shows.
 */
public final class UserFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    UserFileException(Notice notice, Throwable cause) {
        super(notice.toString(), cause);
        this.notice = notice;
    }

    /** What could not be written, and why, in this language. */
    public String message(Locale locale) {
        return notice.in(locale);
    }
}
