package dev.lifeboat.jobmatch.jobs;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is kept, and as it is compared. Not for people to read. */
public final class Words {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

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
        String small = text.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(small.length());
        boolean space = false;
        int length;
        for (int i = 0; i < small.length(); i += length) {
            int letter = small.codePointAt(i);
            length = Character.charCount(letter);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                space = true;
                continue;
            }
            if (space && !folded.isEmpty()) {
                folded.append(' ');
            }
            space = false;
            if (letter < 128) {
                folded.append((char) letter);
            } else {
                folded.append(plain(letter));
            }
        }
        return folded.toString();
    }

    private static String plain(int letter) {
        return letter == 'ß'
                ? "ss"
                : MARKS.matcher(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD))
                        .replaceAll("");
    }
}
