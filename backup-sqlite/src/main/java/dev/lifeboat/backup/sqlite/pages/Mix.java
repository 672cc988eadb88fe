package dev.lifeboat.backup.sqlite.pages;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A hash of 64 bits, fast for short values. Guards against accidents: what differs has the same hash once in 2^64
 * times.
 */
final class Mix {
    private static final long EMPTY = 0x9e3779b97f4a7c15L;
    private static final long NUMBER = 0xc2b2ae3d27d4eb4fL;
    private static final long BYTES = 0x165667b19e3779f9L;
    private static final long ODD = 0xd6e8feb86659fd93L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Mix() {}

    static long empty(long before) {
        return fold(before ^ EMPTY);
    }

    static long number(long before, long number) {
        return fold(fold(before ^ NUMBER) ^ number);
    }

    static long bytes(long before, byte[] bytes, int start, int length) {
        long hash = fold(before ^ BYTES) + length;
        int at = start;
        int end = start + length;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            hash = fold(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xff;
        }
        return fold(hash ^ rest);
    }

    /** The high and the low half of a product depend on every bit, and so does this. */
    private static long fold(long value) {
        long odd = value ^ value >>> 32;
        return odd * ODD ^ Math.multiplyHigh(odd, ODD) ^ value;
    }
}
