package dev.lifeboat.backup.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads instants as {@link Instant#parse} does, those that records have ten times as fast: lists hold thousands. */
final class InstantText {
    private static final String TO_THE_SECOND = "0000-00-00T00:00:00Z";
    private static final String TO_THE_MILLISECOND = "0000-00-00T00:00:00.000Z";
    private static final int NANOS_PER_MILLI = 1_000_000;

    private InstantText() {}

    /**
     * The instant.
     *
     * @throws DateTimeException when the text is none
     */
    static Instant parse(String text) {
        boolean millis = looksLike(text, TO_THE_MILLISECOND);
        if (millis || looksLike(text, TO_THE_SECOND)) {
            try {
                return LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19),
                                millis ? number(text, 20, 23) * NANOS_PER_MILLI : 0)
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException unusual) {
                return Instant.parse(text);
            }
        }
        return Instant.parse(text);
    }

    private static boolean looksLike(String text, String example) {
        if (text.length() != example.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (example.charAt(i) == '0' ? c < '0' || c > '9' : c != example.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
