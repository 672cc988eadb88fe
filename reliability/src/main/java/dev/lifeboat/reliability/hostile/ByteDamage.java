package dev.lifeboat.reliability.hostile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils the bytes of a database file, as disks, bad software and bad people do. */
final class ByteDamage {
    private static final int PAGE = 1024;
    private static final int HEADER = 100;
    private static final int MAX_TIMES = 4;
    private static final int[] NUMBERS = {
        0, 1, 2, 3, 4, -1, -2, 0x7f, 0xff, 0x7fff, 0xffff, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x01010101
    };
    /** Page size, versions, fractions, counters, free list, schema, encoding, limits. */
    private static final int[] HEADER_FIELDS = {
        16, 18, 19, 20, 21, 22, 23, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 92, 96
    };

    private final RandomGenerator random;
    private final byte[] foreign;
    private final StringBuilder words = new StringBuilder();
    private byte[] bytes;

    private ByteDamage(byte[] bytes, byte[] foreign, RandomGenerator random) {
        this.bytes = bytes.clone();
        this.foreign = foreign;
        this.random = random;
    }

    /**
     * What came of it.
     *
     * @param bytes may be equal to what was there, where chance wants it
     * @param words what was done
     */
    record Spoilt(byte[] bytes, String words) {}

    /** Spoils bytes once or some times. */
    static Spoilt of(byte[] sound, byte[] foreign, RandomGenerator random) {
        ByteDamage damage = new ByteDamage(sound, foreign, random);
        List<Runnable> ways = damage.ways();
        for (int i = random.nextInt(1, MAX_TIMES); i > 0; i--) {
            if (damage.bytes.length > 0) {
                ways.get(random.nextInt(ways.size())).run();
            }
        }
        return new Spoilt(damage.bytes, damage.words.toString().strip());
    }

    private List<Runnable> ways() {
        return List.of(
                this::flipBits,
                this::flipBits,
                this::overwrite,
                this::truncate,
                this::append,
                this::swapPages,
                this::copyPage,
                this::spliceHeader,
                this::splicePage,
                this::spoilHeaderField,
                this::spoilHeaderField,
                this::spoilPageHeader,
                this::spoilPageHeader,
                this::pointInACircle,
                this::spoilText,
                this::zero);
    }

    private void say(String format, Object... arguments) {
        words.append(String.format(format, arguments)).append(' ');
    }

    private int anywhere() {
        return random.nextInt(bytes.length);
    }

    private int pages() {
        return Math.max(1, bytes.length / PAGE);
    }

    private void flipBits() {
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            int at = anywhere();
            int bit = random.nextInt(Byte.SIZE);
            bytes[at] ^= (byte) (1 << bit);
            say("bit %d of byte %d", bit, at);
        }
    }

    private void overwrite() {
        byte[] garbage = new byte[random.nextInt(1, 200)];
        random.nextBytes(garbage);
        int at = anywhere();
        put(garbage, 0, at, garbage.length);
        say("garbage at %d", at);
    }

    private void zero() {
        int at = anywhere();
        int length = random.nextInt(1, 3 * PAGE);
        Arrays.fill(bytes, at, Math.min(bytes.length, at + length), (byte) 0);
        say("%d zeros at %d", length, at);
    }

    private void truncate() {
        int length = random.nextBoolean() ? anywhere() : random.nextInt(pages()) * PAGE;
        bytes = Arrays.copyOf(bytes, Math.min(length, bytes.length));
        say("only %d bytes", length);
    }

    private void append() {
        byte[] more = new byte[random.nextBoolean() ? PAGE * random.nextInt(1, 9) : random.nextInt(1, PAGE)];
        if (random.nextBoolean()) {
            random.nextBytes(more);
        }
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + more.length);
        put(more, 0, length, more.length);
        say("%d bytes more", more.length);
    }

    private void swapPages() {
        int one = random.nextInt(pages());
        int other = random.nextInt(pages());
        byte[] kept = Arrays.copyOfRange(bytes, one * PAGE, (one + 1) * PAGE);
        put(bytes.clone(), other * PAGE, one * PAGE, PAGE);
        put(kept, 0, other * PAGE, PAGE);
        say("pages %d and %d swapped", one + 1, other + 1);
    }

    private void copyPage() {
        int from = random.nextInt(pages());
        int to = random.nextInt(pages());
        put(bytes.clone(), from * PAGE, to * PAGE, PAGE);
        say("page %d over page %d", from + 1, to + 1);
    }

    private void spliceHeader() {
        int length = random.nextBoolean() ? HEADER : PAGE;
        put(foreign, 0, 0, length);
        say("%d bytes of a foreign header", length);
    }

    private void splicePage() {
        int from = random.nextInt(foreign.length / PAGE);
        int to = random.nextInt(pages());
        put(foreign, from * PAGE, to * PAGE, PAGE);
        say("foreign page %d over page %d", from + 1, to + 1);
    }

    private void spoilHeaderField() {
        int field = HEADER_FIELDS[random.nextInt(HEADER_FIELDS.length)];
        int number = number();
        putNumber(number, field, field < 18 ? 2 : field < 24 ? 1 : 4);
        say("%d in the header at %d", number, field);
    }

    /** Type, free block, number of cells, start of the cells, right-most page, pointers to cells. */
    private void spoilPageHeader() {
        int page = random.nextInt(pages());
        int begin = page * PAGE + (page == 0 ? HEADER : 0);
        int field = random.nextInt(20);
        int number = number();
        putNumber(number, begin + field, random.nextInt(1, 5));
        say("%d in page %d at %d", number, page + 1, field);
    }

    /** Makes a page an inner one whose children are itself or its like. */
    private void pointInACircle() {
        int page = random.nextInt(pages());
        int begin = page * PAGE + (page == 0 ? HEADER : 0);
        putNumber(random.nextBoolean() ? 5 : 2, begin, 1);
        putNumber(page + 1, begin + 8, 4);
        say("page %d its own child", page + 1);
    }

    /** No byte of this is UTF-8; words of the schema and numbers of cells are hit as well as texts. */
    private void spoilText() {
        int at = anywhere();
        while (at < bytes.length && !Character.isLetter(bytes[at])) {
            at++;
        }
        for (int i = at; i < Math.min(bytes.length, at + random.nextInt(1, 12)); i++) {
            bytes[i] = (byte) (random.nextBoolean() ? 0xff : 0xc0);
        }
        say("no UTF-8 at %d", at);
    }

    private int number() {
        int kind = random.nextInt(NUMBERS.length + 2);
        if (kind < NUMBERS.length) {
            return NUMBERS[kind];
        }
        return kind == NUMBERS.length ? random.nextInt() : random.nextInt(pages() + 2);
    }

    private void putNumber(int number, int at, int width) {
        byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        put(four, Integer.BYTES - width, at, width);
    }

    /** As much as fits. */
    private void put(byte[] source, int from, int to, int length) {
        int fits = Math.min(length, Math.min(source.length - from, bytes.length - to));
        if (fits > 0) {
            System.arraycopy(source, from, bytes, to, fits);
        }
    }
}
