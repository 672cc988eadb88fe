package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Random;

/** Reads and overwrites bytes of a file that nobody has open. */
final class Bytes {
    private Bytes() {}

    static void write(Path file, long position, int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        write(file, position, bytes);
    }

    static void write(Path file, long position, byte[] bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(position);
            open.write(bytes);
        }
    }

    /** Bytes as numbers from 0 to 255. */
    static int[] read(Path file, long position, int count) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(position);
            int[] values = new int[count];
            for (int i = 0; i < count; i++) {
                values[i] = open.readUnsignedByte();
            }
            return values;
        }
    }

    static void flipBit(Path file, long position, int bit) throws IOException {
        write(file, position, read(file, position, 1)[0] ^ (1 << bit));
    }

    static void truncate(Path file, long size) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(size);
        }
    }

    static byte[] random(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
