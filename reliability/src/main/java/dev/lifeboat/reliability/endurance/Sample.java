package dev.lifeboat.reliability.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What a process holds at one moment.
 *
 * @param cycle after how many cycles
 * @param descriptors open files, sockets and pipes
 * @param threads of the system, Java's own included
 * @param heapKilobytes in use after a collection
 * @param residentKilobytes of the whole process
 * @param mappedKilobytes of address space, used or not
 * @param temporaryFiles in the folder for them and beside the database
 * @param locks on files that this process holds
 */
record Sample(
        int cycle,
        long descriptors,
        long threads,
        long heapKilobytes,
        long residentKilobytes,
        long mappedKilobytes,
        long temporaryFiles,
        long locks) {
    private static final Path PROCESS = Path.of("/proc/self");
    private static final int KILOBYTE = 1024;
    private static final int LOOKS = 30;
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Looks at this process. */
    static Sample take(int cycle, Path data) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return new Sample(
                cycle,
                count(PROCESS.resolve("fd")),
                fewestThreads(),
                (runtime.totalMemory() - runtime.freeMemory()) / KILOBYTE,
                status("VmRSS:"),
                status("VmSize:"),
                count(Path.of(System.getProperty("java.io.tmpdir"))) + temporary(data),
                heldLocks());
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** The fewest of several looks: on a busy machine it takes a thread that has done its work a while to be gone. */
    private static long fewestThreads() throws IOException {
        long fewest = status("Threads:");
        for (int i = 1; i < LOOKS; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            fewest = Math.min(fewest, status("Threads:"));
        }
        return fewest;
    }

    private static long temporary(Path data) throws IOException {
        try (Stream<Path> tree = Files.walk(data)) {
            return tree.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(".") || name.endsWith("-journal"))
                    .count();
        }
    }

    private static long status(String field) throws IOException {
        return Files.readAllLines(PROCESS.resolve("status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long heldLocks() throws IOException {
        String pid = String.valueOf(ProcessHandle.current().pid());
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .filter(line -> line.matches(".*\\s" + pid + "\\s.*"))
                .count();
    }

    @Override
    public String toString() {
        return "after " + cycle + " cycles: " + descriptors + " descriptors, " + threads + " threads, heap "
                + heapKilobytes + " KB, resident " + residentKilobytes + " KB, mapped " + mappedKilobytes + " KB, "
                + temporaryFiles + " temporary files, " + locks + " locks";
    }
}
