package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.ui.Caption;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the windows in one language: German, or English for every other one; numbers and dates in the locale's
 * own form.
 */
public record Texts(Locale locale) {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.window.texts";

    /** A sentence with its placeholders filled in. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale).format(arguments);
    }

    /** The words of a button, menu or label, with their mnemonic. */
    public Caption caption(String key) {
        return Caption.parse(text(key));
    }

    /** A phrase of the domain. */
    public String of(Phrase phrase) {
        return phrase.in(locale);
    }

    /** A day as people of this locale write it, of medium length. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    private ResourceBundle bundle() {
        // Asking for a language there is none in would give that of the system, not English.
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return ResourceBundle.getBundle(BUNDLE, german ? Locale.GERMAN : Locale.ROOT, Texts.class.getModule());
    }
}
