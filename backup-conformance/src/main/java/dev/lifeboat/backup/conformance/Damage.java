package dev.lifeboat.backup.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What happens to files on real disks, done on purpose. */
final class Damage {
    private Damage() {}

    /** Overwrites the first 10 KiB, or all of a smaller file, with zeros. */
    static void zeroHead(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, Math.min(bytes.length, 10 * 1024), (byte) 0);
        Files.write(file, bytes);
    }

    static void truncateToHalf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    static void append(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
    }

    /** Flips one bit in the middle; its size and time stay. */
    static void flipBit(Path file) throws IOException {
        flipBit(file, (int) Files.size(file) / 2, 3);
    }

    /** Flips one bit; a second call undoes the first. */
    static void flipBit(Path file, int offset, int bit) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= (byte) (1 << bit);
        Files.write(file, bytes);
    }

    static void writeText(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Raises the format version of a sidecar to one that nobody knows yet; everything else in it stays. */
    static void makeNewerFormat(Path sidecar) throws IOException {
        String json = Files.readString(sidecar);
        Files.writeString(sidecar, json.replaceFirst("\"formatVersion\"\\s*:\\s*\\d+", "\"formatVersion\": 999999"));
    }

    /** A named pipe, which blocks whoever opens it. Not for Windows. */
    static void makeFifo(Path path) throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).start();
        if (!mkfifo.waitFor(60, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
            throw new IOException("mkfifo failed for " + path);
        }
    }
}
