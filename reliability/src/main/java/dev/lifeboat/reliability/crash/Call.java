package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A call that changed a file, or was to.
 *
 * @param number from 1, in the order of the calls of all threads
 * @param operation create, write, truncate, allocate, sync, rename, link, symlink, unlink, mkdir or rmdir
 * @param path the file or folder
 * @param second the other name of a rename or link; empty otherwise
 * @param offset where it was written, in bytes
 * @param length how much was written, in bytes
 * @param place where the written data was kept, in bytes from the beginning; -1 if it was not
 */
record Call(long number, String operation, String path, String second, long offset, long length, long place) {
    private static final int FIELDS = 7;

    /** The calls in a log of the preloaded library. */
    static List<Call> read(Path log) throws IOException {
        return Files.exists(log)
                ? Files.readAllLines(log).stream().map(Call::parse).toList()
                : List.of();
    }

    private static Call parse(String line) {
        String[] field = line.split("\t", FIELDS);
        return new Call(
                Long.parseLong(field[0]),
                field[1],
                field[2],
                field[3],
                Long.parseLong(field[4]),
                Long.parseLong(field[5]),
                Long.parseLong(field[6]));
    }

    @Override
    public String toString() {
        return number + " " + operation + " " + path + (second.isEmpty() ? "" : " -> " + second)
                + (length > 0 ? " " + offset + "+" + length : "");
    }
}
