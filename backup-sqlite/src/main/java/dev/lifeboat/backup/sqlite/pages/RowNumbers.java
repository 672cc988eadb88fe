package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.util.Arrays;

/** The numbers of a table's rows, a bit for each. Seldom are they far apart. */
final class RowNumbers {
    private static final long MOST = 1L << 25;
    private static final int FIRST_WORDS = 1024;

    private long[] bits = new long[FIRST_WORDS];
    private long first;
    private boolean any;

    private RowNumbers() {}

    /** Reads a whole table. */
    static RowNumbers read(PageFile file, long root) throws IOException, NotProven {
        RowNumbers numbers = new RowNumbers();
        BTree.walk(file, root, payload -> numbers.add(payload.rowid()));
        return numbers;
    }

    private void add(long number) throws NotProven {
        if (!any) {
            first = number;
            any = true;
        }
        long at = number - first;
        if (at < 0 || at >= MOST) {
            throw new NotProven("row numbers far apart");
        }
        int word = (int) (at / Long.SIZE);
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, 2 * bits.length));
        }
        bits[word] |= 1L << at;
    }

    boolean contains(long number) {
        long at = number - first;
        return any && at >= 0 && at < (long) bits.length * Long.SIZE && (bits[(int) (at / Long.SIZE)] >> at & 1) != 0;
    }
}
