package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The first values of a record, in bytes of its own. Used again for one record after the other.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#record_format">Record format</a>
 */
final class StoredRecord {
    private static final int MOST_BYTES = 4 << 20;
    private static final int FLOAT = 7;
    private static final int ZERO = 8;
    private static final int FIRST_BLOB = 12;

    /** In SQLite's order. */
    private static final int NOTHING = 0;

    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int BLOB = 3;

    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, -1, -1};
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Varint varint = new Varint();
    private final int[] types;
    private final int[] starts;
    private byte[] bytes = new byte[256];
    private int present;
    private int headerEnd;

    /**
     * A place for records.
     *
     * @param values how many of the first values of each are wanted
     */
    StoredRecord(int values) {
        types = new int[values];
        starts = new int[values];
    }

    /** Reads a row of a table, which may have fewer values, or more. */
    void read(Payload payload) throws IOException, NotProven {
        parse(payload);
    }

    /** Reads an entry of an index, which must have exactly so many values and nothing after them. */
    void readWhole(Payload payload) throws IOException, NotProven {
        int headerBytes = parse(payload);
        int end = present == 0 ? headerBytes : end(present - 1);
        if (present != types.length || headerEnd != headerBytes || end != payload.sizeBytes()) {
            throw new NotProven("entry of another shape");
        }
    }

    /** Returns how long the header is. */
    private int parse(Payload payload) throws IOException, NotProven {
        byte[] source = payload.page();
        int offset = payload.start();
        int at = varint.read(source, offset);
        int headerBytes = fitting(varint.value());
        if (headerBytes > payload.localBytes()) {
            copy(payload, headerBytes);
            source = bytes;
            at -= offset;
            offset = 0;
        }
        int headerStop = offset + headerBytes;
        int content = headerBytes;
        present = 0;
        while (present < types.length && at < headerStop) {
            at = varint.read(source, at);
            int type = fitting(varint.value());
            types[present] = type;
            starts[present++] = content;
            content = fitting((long) content + length(type));
        }
        headerEnd = at - offset;
        if (at > headerStop || content > payload.sizeBytes()) {
            throw new NotProven("record longer than its cell");
        }
        copy(payload, content);
        return headerBytes;
    }

    private static int fitting(long number) throws NotProven {
        if (number < 0 || number > MOST_BYTES) {
            throw new NotProven("value of " + number);
        }
        return (int) number;
    }

    private void copy(Payload payload, int count) throws IOException, NotProven {
        if (bytes.length < count) {
            bytes = new byte[Math.max(count, 2 * bytes.length)];
        }
        payload.copy(bytes, count);
    }

    private static int length(int type) throws NotProven {
        int length = type < FIRST_BLOB ? LENGTHS[type] : (type - FIRST_BLOB) / 2;
        if (length < 0) {
            throw new NotProven("reserved type");
        }
        return length;
    }

    /** Whether the record is long enough to have this value. */
    boolean has(int value) {
        return value < present;
    }

    boolean isNull(int value) {
        return types[value] == 0;
    }

    /** Goes on with a hash; numbers that SQLite takes for equal go the same way. */
    long hash(long before, int value) throws NotProven {
        int type = types[value];
        if (type >= FIRST_BLOB) {
            return Mix.bytes(before + (type & 1), bytes, starts[value], length(type));
        }
        if (type == 0) {
            return Mix.empty(before);
        }
        if (type == FLOAT) {
            double real = real(value);
            long whole = (long) real;
            return whole == real && whole != Long.MAX_VALUE
                    ? Mix.number(before, whole)
                    : Mix.number(~before, Double.doubleToRawLongBits(real));
        }
        return Mix.number(before, integer(value));
    }

    private double real(int value) throws NotProven {
        double real = Double.longBitsToDouble((long) LONGS.get(bytes, starts[value]));
        if (Double.isNaN(real)) {
            throw new NotProven("not a number");
        }
        return real;
    }

    boolean isInteger(int value) {
        int type = types[value];
        return type > 0 && type < FIRST_BLOB && type != FLOAT;
    }

    /** An integer's value. */
    long integer(int value) {
        int type = types[value];
        if (type >= ZERO) {
            return type - ZERO;
        }
        int at = starts[value];
        int end = at + LENGTHS[type];
        long number = bytes[at];
        while (++at < end) {
            number = number << Byte.SIZE | bytes[at] & 0xff;
        }
        return number;
    }

    /** Compares one value with that of another record, in SQLite's order. */
    int compare(StoredRecord other, int value, Collation collation) throws NotProven {
        int mine = rank(types[value]);
        int theirs = rank(other.types[value]);
        if (mine != theirs) {
            return Integer.compare(mine, theirs);
        }
        return switch (mine) {
            case NOTHING -> 0;
            case NUMBER -> compareNumbers(other, value);
            default -> compareBytes(other, value, mine == TEXT ? collation : Collation.BINARY);
        };
    }

    private int compareBytes(StoredRecord other, int value, Collation collation) throws NotProven {
        return collation.compare(bytes, starts[value], end(value), other.bytes, other.starts[value], other.end(value));
    }

    private int end(int value) throws NotProven {
        return starts[value] + length(types[value]);
    }

    private static int rank(int type) {
        if (type < FIRST_BLOB) {
            return type == 0 ? NOTHING : NUMBER;
        }
        return (type & 1) == 1 ? TEXT : BLOB;
    }

    private int compareNumbers(StoredRecord other, int value) throws NotProven {
        boolean mineReal = types[value] == FLOAT;
        boolean theirsReal = other.types[value] == FLOAT;
        if (mineReal && theirsReal) {
            double mine = real(value);
            double theirs = other.real(value);
            return mine < theirs ? -1 : mine > theirs ? 1 : 0;
        }
        if (mineReal) {
            return -compare(other.integer(value), real(value));
        }
        if (theirsReal) {
            return compare(integer(value), other.real(value));
        }
        return Long.compare(integer(value), other.integer(value));
    }

    /** Exact, although neither type holds all values of the other. */
    private static int compare(long integer, double real) {
        if (real >= 0x1p63) {
            return -1;
        }
        if (real < -0x1p63) {
            return 1;
        }
        int byWhole = Long.compare(integer, (long) real);
        return byWhole != 0 ? byWhole : Double.compare((long) real, real);
    }
}
