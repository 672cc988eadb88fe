package dev.lifeboat.backup.sqlite;

/**
 * Gives equal values as one object where it can: thousands of records name the same tables and versions, and a list
 * keeps them all. Safe for use by several threads, which at worst keep a value twice.
 */
final class Vocabulary {
    private static final int MAX_VALUES = 256;
    private static final int MAX_TRIES = 8;

    private final Object[] values = new Object[MAX_VALUES];

    /** An equal value, this one or an earlier one; for immutable ones that only their own kind equals. */
    @SuppressWarnings("unchecked")
    <T> T shared(T value) {
        int place = value.hashCode();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            int slot = (place + tries) & (MAX_VALUES - 1);
            Object known = values[slot];
            if (known == null) {
                values[slot] = value;
                return value;
            }
            if (value.equals(known)) {
                return (T) known;
            }
        }
        return value;
    }
}
