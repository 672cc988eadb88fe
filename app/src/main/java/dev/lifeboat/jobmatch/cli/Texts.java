package dev.lifeboat.jobmatch.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of the command line in one language. Loaded when the first is needed, because a command that answers a
 * program needs none.
 */
final class Texts {
    private static final String BUNDLE = "dev.lifeboat.jobmatch.cli.texts";

    private final Locale locale;
    private ResourceBundle loaded;

    Texts(Locale locale) {
        this.locale = locale;
    }

    /** The language and the form of numbers and dates. */
    Locale locale() {
        return locale;
    }

    /** All sentences, for the parser's help. */
    synchronized ResourceBundle bundle() {
        if (loaded == null) {
            loaded = ResourceBundle.getBundle(BUNDLE, locale);
        }
        return loaded;
    }

    /** A sentence with its placeholders filled in. */
    String of(String key, Object... arguments) {
        String pattern = bundle().getString(key);
        return arguments.length == 0 && pattern.indexOf('\'') < 0
                ? pattern
                : new MessageFormat(pattern, locale).format(arguments);
    }
}
