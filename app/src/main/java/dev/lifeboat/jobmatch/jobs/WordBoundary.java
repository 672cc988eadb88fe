package dev.lifeboat.jobmatch.jobs;

import java.util.Set;

/**
 * Where a word that may hold signs, such as "C++", ".NET" or "Node.js", begins and ends in a text.
 *
 * <p>Letters and digits of every script belong to words. "Java-Kenntnisse" is two words, "MySQL" and "example.net" are
 * one.
 */
final class WordBoundary {
    private static final Set<String> LINKS = Set.of("and", "und", "or", "oder");

    private WordBoundary() {}

    /** Whether a word can begin here. */
    static boolean before(String text, int position) {
        if (position == 0) {
            return true;
        }
        char previous = text.charAt(position - 1);
        // What follows a full stop without a space is the end of a file name or a domain.
        boolean insideName = previous == '.' && position > 1 && belongsToWord(text, position - 2);
        return !insideName && !belongsToWord(text, position - 1);
    }

    /** Whether a word that began at {@code start} can end before {@code end}; digits after it may be a version. */
    static boolean after(String text, int start, int end) {
        int next = end;
        boolean mayHaveVersion = end - start > 2 || !Character.isLetter(text.charAt(end - 1));
        while (mayHaveVersion && next < text.length() && Character.isDigit(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        char following = text.charAt(next);
        boolean goesOn = following == '.' && next + 1 < text.length() && isSmallOrDigit(text.charAt(next + 1));
        boolean sign = following == '#' || text.startsWith("++", next) || following == '+' && end - start <= 2;
        return !goesOn && !sign && following != '@' && !belongsToWord(text, next);
    }

    /**
     * Whether a word that is also an ordinary one is a name here: not joined to small words by a hyphen, and at the
     * beginning of a sentence only where a list or another name follows.
     */
    static boolean looksLikeName(String text, int start, int end) {
        if (start > 0 && text.charAt(start - 1) == '-') {
            return false;
        }
        String rest = text.substring(end);
        boolean oneLetter = end - start == 1;
        if (oneLetter && (isInitial(rest) || rest.startsWith("&") || start > 0 && text.charAt(start - 1) == '&')) {
            return false;
        }
        if (rest.startsWith("-")) {
            return rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
        }
        return !beginsSentence(text, start) || rest.isBlank() || !rest.startsWith(" ") || namesFollow(rest.strip());
    }

    /** "C. Meier" is a person; the end of a text is not. */
    private static boolean isInitial(String rest) {
        return rest.startsWith(". ") && rest.length() > 2 && Character.isUpperCase(rest.charAt(2));
    }

    private static boolean beginsSentence(String text, int start) {
        String before = text.substring(0, start).stripTrailing();
        return before.isEmpty() || ".!?:•·*–-\"„“".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean namesFollow(String rest) {
        String word = rest.split("\\s", 2)[0];
        return !Character.isLowerCase(rest.charAt(0)) || LINKS.contains(word);
    }

    private static boolean belongsToWord(String text, int position) {
        char c = text.charAt(position);
        int codePoint = Character.isLowSurrogate(c) && position > 0
                ? text.codePointBefore(position + 1)
                : text.codePointAt(position);
        return Character.isLetterOrDigit(codePoint)
                || c == '_'
                || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static boolean isSmallOrDigit(char c) {
        return Character.isLowerCase(c) || Character.isDigit(c);
    }
}
