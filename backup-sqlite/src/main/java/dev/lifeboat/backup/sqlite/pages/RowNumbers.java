package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of a table's rows, a bit for each. Seldom are they far apart. */
final class RowNumbers {
    private static final int FIRST_WORDS = 1024;

    private final AtomicLong wordsLeft;
    private long[] bits = {};
    private long first;
    private boolean any;

    private RowNumbers(AtomicLong wordsLeft) {
        this.wordsLeft = wordsLeft;
    }

    /**
     * Reads a whole table.
     *
     * @param wordsLeft how much memory may be used, in words of 64 bits, by all who share it
     */
    static RowNumbers read(PageFile file, long root, AtomicLong wordsLeft) throws IOException, NotProven {
        RowNumbers numbers = new RowNumbers(wordsLeft);
        BTree.walk(file, root, payload -> numbers.add(payload.rowid()));
        return numbers;
    }

    private void add(long number) throws NotProven {
        if (!any) {
            first = number;
            any = true;
        }
        long at = number - first;
        if (at < 0 || at / Long.SIZE > wordsLeft.get() + bits.length) {
            throw new NotProven("row numbers far apart");
        }
        int word = (int) (at / Long.SIZE);
        if (word >= bits.length) {
            grow(Math.max(FIRST_WORDS, Math.max(word + 1, 2 * bits.length)));
        }
        bits[word] |= 1L << at;
    }

    private void grow(int words) throws NotProven {
        if (wordsLeft.addAndGet(bits.length - words) < 0) {
            throw new NotProven("too many row numbers");
        }
        bits = Arrays.copyOf(bits, words);
    }

    boolean contains(long number) {
        long at = number - first;
        return any && at >= 0 && at < (long) bits.length * Long.SIZE && (bits[(int) (at / Long.SIZE)] >> at & 1) != 0;
    }
}
