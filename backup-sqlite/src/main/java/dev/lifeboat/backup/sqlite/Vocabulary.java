package dev.lifeboat.backup.sqlite;

/**
 * Gives equal words as one object where it can: thousands of records name the same tables, and a list keeps them all.
 * Safe for use by several threads, which at worst keep a word twice.
 */
final class Vocabulary {
    private static final int MAX_WORDS = 256;
    private static final int MAX_TRIES = 8;

    private final String[] words = new String[MAX_WORDS];

    /** An equal word, this one or an earlier one. */
    String shared(String word) {
        int place = word.hashCode();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            int slot = (place + tries) & (MAX_WORDS - 1);
            String known = words[slot];
            if (known == null) {
                words[slot] = word;
                return word;
            }
            if (word.equals(known)) {
                return known;
            }
        }
        return word;
    }
}
