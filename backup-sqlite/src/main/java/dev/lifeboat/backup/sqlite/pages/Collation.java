package dev.lifeboat.backup.sqlite.pages;

import java.util.Arrays;

/** The orders of texts that SQLite brings itself, for texts in UTF-8. */
enum Collation {
    BINARY,
    NOCASE,
    RTRIM;

    /** Compares two texts. */
    int compare(byte[] mine, int start, int end, byte[] theirs, int theirStart, int theirEnd) throws NotProven {
        return switch (this) {
            case BINARY -> Arrays.compareUnsigned(mine, start, end, theirs, theirStart, theirEnd);
            case RTRIM ->
                Arrays.compareUnsigned(
                        mine,
                        start,
                        trimmed(mine, start, end),
                        theirs,
                        theirStart,
                        trimmed(theirs, theirStart, theirEnd));
            case NOCASE -> compareFolded(mine, start, end, theirs, theirStart, theirEnd);
        };
    }

    private static int trimmed(byte[] text, int start, int end) {
        int last = end;
        while (last > start && text[last - 1] == ' ') {
            last--;
        }
        return last;
    }

    private static int compareFolded(byte[] mine, int start, int end, byte[] theirs, int theirStart, int theirEnd)
            throws NotProven {
        int length = end - start;
        int theirLength = theirEnd - theirStart;
        for (int i = 0; i < Math.min(length, theirLength); i++) {
            byte one = mine[start + i];
            byte other = theirs[theirStart + i];
            if (one == 0 || other == 0) {
                throw new NotProven("SQLite stops at a NUL");
            }
            int order = folded(one) - folded(other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, theirLength);
    }

    private static int folded(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter & 0xff;
    }
}
