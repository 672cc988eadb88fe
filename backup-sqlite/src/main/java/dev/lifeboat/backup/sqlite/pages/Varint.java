package dev.lifeboat.backup.sqlite.pages;

/** Reads integers of one to nine bytes, the first byte being the highest. */
final class Varint {
    private static final int MOST_BYTES = 9;

    private long value;

    /** Reads one; returns where the next byte is. */
    int read(byte[] bytes, int at) {
        value = bytes[at];
        return value >= 0 ? at + 1 : readLong(bytes, at);
    }

    private int readLong(byte[] bytes, int at) {
        long result = 0;
        for (int i = 0; i < MOST_BYTES - 1; i++) {
            byte next = bytes[at + i];
            result = result << 7 | next & 0x7f;
            if (next >= 0) {
                value = result;
                return at + i + 1;
            }
        }
        value = result << 8 | bytes[at + MOST_BYTES - 1] & 0xff;
        return at + MOST_BYTES;
    }

    /** What was read last. */
    long value() {
        return value;
    }
}
