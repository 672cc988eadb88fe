package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The least that any backup takes: {@code cp} followed by {@code fsync}. */
final class FloorCopy {
    private static final long CHUNK_BYTES = 8L << 20;

    private FloorCopy() {}

    /** Without starting a process: the kernel copies from file to file, as it does for GNU's {@code cp}. */
    static void copy(Path source, Path target) throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            long size = in.size();
            for (long position = 0; position < size; ) {
                position += in.transferTo(position, Math.min(CHUNK_BYTES, size - position), out);
            }
            out.force(true);
        }
    }

    /** The command itself; the new file is then forced to the disk. */
    static void command(Path source, Path target) throws IOException, InterruptedException {
        Child.run(List.of("cp", source.toString(), target.toString()));
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            out.force(true);
        }
    }
}
