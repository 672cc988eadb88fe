package dev.lifeboat.jobmatch.restart;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The application could not start itself again, and goes on as it was. */
public final class RestartException extends Exception {
    private static final long serialVersionUID = 1;
    private static final String BUNDLE = "dev.lifeboat.jobmatch.restart.texts";

    /** Why not. */
    public enum Reason {
        /** The command line has letters that Java cannot hand on in this locale. */
        UNWRITABLE_ARGUMENTS("unwritable-arguments"),
        /** The Java that runs this process is gone, as after an update. */
        NO_JAVA("no-java"),
        /** The system refused to start the new process. */
        NOT_STARTED("not-started"),
        /** The new process ended before it could be the application. */
        ENDED_AT_ONCE("ended-at-once");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    private final Reason reason;
    private final String detail;

    RestartException(Reason reason, String detail, Throwable cause) {
        super(sentence(reason, detail, Locale.ENGLISH), cause);
        this.reason = reason;
        this.detail = detail;
    }

    /** Why not. */
    public Reason reason() {
        return reason;
    }

    /** What happened and that the application has to be started by hand; English for languages other than German. */
    public String text(Locale locale) {
        return sentence(reason, detail, locale);
    }

    private static String sentence(Reason reason, String detail, Locale locale) {
        Locale written = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ROOT;
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, written, RestartException.class.getModule());
        return new MessageFormat(bundle.getString(reason.key), locale).format(new Object[] {detail});
    }
}
