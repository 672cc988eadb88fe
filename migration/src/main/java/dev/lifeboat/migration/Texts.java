package dev.lifeboat.migration;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read, in German and, for everybody else, in English. */
final class Texts {
    private static final String BUNDLE = "dev.lifeboat.migration.messages";

    private Texts() {}

    static String in(Locale locale, String key, Object... arguments) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, german ? Locale.GERMAN : Locale.ROOT, Texts.class.getModule());
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    static String failed(Locale locale, MigrationFailure failure) {
        String sentence = failure.reason().in(locale);
        String reason = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return failure.script()
                .map(script -> in(locale, "script-failed", script, reason))
                .orElseGet(() -> in(locale, "check-failed", reason));
    }
}
