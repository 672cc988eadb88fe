package dev.lifeboat.jobmatch.jobs;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is kept, and as it is compared. Not for people to read. */
public final class Words {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

    private Words() {}

    /** The text in one line and without spaces around it. */
    static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** As {@link #line}, and not empty. */
    static String required(String text, String what) {
        String line = line(text);
        if (line.isEmpty()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return line;
    }

    /** One form for all ways to write a text: small letters without accents, ss for ß, single spaces. */
    public static String folded(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("ß", "ss");
        String plain = isAscii(small)
                ? small
                : MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD))
                        .replaceAll("");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
