package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.ByteSize;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence about a person's settings, folders or log that is not yet in any language: a key of this package's bundles
 * (English and German) and its arguments.
 *
 * @param key the key in the bundle
 * @param arguments strings, numbers, sizes and notices, in the order of the placeholders
 */
public record Notice(String key, List<Object> arguments) {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.settings.notices";

    /** Copies the arguments. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** A notice with these arguments. */
    static Notice of(String key, Object... arguments) {
        return new Notice(key, List.of(arguments));
    }

    /** The sentence in this language, numbers in its form; English for languages other than German. */
    public String in(Locale locale) {
        // Asking for a language there is none of would give the system's, not English.
        Locale written = locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(BUNDLE, written, Notice.class.getModule())
                .getString(key);
        Object[] shown =
                arguments.stream().map(argument -> shown(argument, locale)).toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    /** The sentence in English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    private static Object shown(Object argument, Locale locale) {
        if (argument instanceof ByteSize size) {
            return size.in(locale);
        }
        return argument instanceof Notice notice ? notice.in(locale) : argument;
    }
}
