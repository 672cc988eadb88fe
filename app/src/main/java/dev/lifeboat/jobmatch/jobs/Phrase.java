package dev.lifeboat.jobmatch.jobs;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Words for people that are not yet in any language: a key of this package's bundle (English and German) and its
 * arguments.
 *
 * <p>Phrases are stored with match results, so that an old result can be read in any language. A key that this version
 * does not know is shown as it is, with its arguments.
 *
 * @param key the key in the bundle
 * @param arguments strings, integers or other phrases, in the order of the placeholders
 */
public record Phrase(String key, List<Object> arguments) {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.jobs.phrases";

    /**
     * Copies the arguments.
     *
     * @throws IllegalArgumentException for an argument of another type
     */
    public Phrase {
        arguments = List.copyOf(arguments);
        for (Object argument : arguments) {
            if (!(argument instanceof String || argument instanceof Integer || argument instanceof Phrase)) {
                throw new IllegalArgumentException(key + " cannot show " + argument.getClass());
            }
        }
    }

    /** A phrase with these arguments. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }

    /** The words in this language, numbers in its form; English for languages other than German. */
    public String in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, written(locale), Phrase.class.getModule());
        Object[] shown = arguments.stream()
                .map(argument -> argument instanceof Phrase phrase ? phrase.in(locale) : argument)
                .toArray();
        try {
            return new MessageFormat(bundle.getString(key), locale).format(shown);
        } catch (MissingResourceException unknownKey) {
            return shown.length == 0 ? key : key + " " + List.of(shown);
        }
    }

    /** The words in English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    /**
     * The language that words are looked up in. Asking for one there is none in would give that of the system, not
     * English.
     */
    private static Locale written(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ROOT;
    }
}
