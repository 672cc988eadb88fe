package dev.lifeboat.backup.sqlite;

/**
 * Gives equal words as one object where it can: thousands of records name the same tables, and a list keeps them all.
 * Safe for use by several threads, which at worst keep a word twice.
 */
final class Vocabulary {
    private static final int MAX_WORDS = 256;

    private final String[] words = new String[MAX_WORDS];

    /** An equal word, this one or an earlier one. */
    String shared(String word) {
        int place = word.hashCode() & (MAX_WORDS - 1);
        String known = words[place];
        if (word.equals(known)) {
            return known;
        }
        words[place] = word;
        return word;
    }
}
