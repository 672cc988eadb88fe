package dev.lifeboat.jobmatch.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the start says, in German and, for everybody else, in English. */
final class StartTexts {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.start.texts";

    private StartTexts() {}

    static String in(Locale locale, String key, Object... arguments) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, german ? Locale.GERMAN : Locale.ROOT, StartTexts.class.getModule());
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
