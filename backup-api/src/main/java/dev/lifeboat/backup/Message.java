package dev.lifeboat.backup;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * A sentence for people that is not yet in any language: a key of this module's bundles (English and German) and its
 * arguments.
 *
 * <p>Arguments are strings, numbers, {@link Instant}s, {@link ByteSize}s or messages; paths are given as strings. A key
 * that this version does not know, or knows with other arguments, as a sidecar of a later one may hold, is shown as it
 * is with its arguments.
 *
 * @param key the key in the bundle
 * @param arguments in the order of the placeholders
 */
public record Message(String key, List<Object> arguments) {
    private static final String BUNDLE = "dev.lifeboat.backup.messages";
    private static final String LITERAL = "literal";

    /** Copies the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message with these arguments. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** A text that is shown as it is in every language: another provider's own words, or what a library said. */
    public static Message literal(String text) {
        return of(LITERAL, text);
    }

    /** The sentence in this language, numbers and times in its form; English for languages other than German. */
    public String in(Locale locale) {
        if (key.equals(LITERAL) && !arguments.isEmpty()) {
            return String.valueOf(arguments.get(0));
        }
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, written(locale), Message.class.getModule());
        try {
            Object[] shown =
                    arguments.stream().map(argument -> shown(argument, locale)).toArray();
            return new MessageFormat(bundle.getString(key), locale).format(shown);
        } catch (MissingResourceException | IllegalArgumentException unknownKeyOrOtherArguments) {
            return arguments.isEmpty() ? key : key + " " + arguments;
        }
    }

    /** The sentence in English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    /**
     * The language that a sentence is looked up in. Asking for one there is none in would give that of the system, not
     * English.
     */
    private static Locale written(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ROOT;
    }

    private static Object shown(Object argument, Locale locale) {
        if (argument instanceof ByteSize size) {
            return size.in(locale);
        }
        if (argument instanceof Message message) {
            return message.in(locale);
        }
        if (argument instanceof Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(ZoneId.systemDefault())
                    .format(instant);
        }
        return argument;
    }
}
