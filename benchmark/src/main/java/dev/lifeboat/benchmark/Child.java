package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs another process to its end. One that fails is a failure of the benchmark. */
final class Child {
    private static final long POLL_MILLIS = 1;
    private static final String PEAK = "VmHWM:";

    private Child() {}

    /**
     * The command that starts Lifeboat as its users start it; empty when this process was not started by
     * {@code benchmark/run}.
     */
    static Optional<List<String>> lifeboat(String... arguments) {
        return Optional.ofNullable(System.getProperty("benchmark.lifeboat")).map(command -> {
            List<String> words = new ArrayList<>(List.of(command, "lifeboat"));
            words.addAll(List.of(arguments));
            return words;
        });
    }

    /** What the command printed. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        String output = read(process);
        require(process.waitFor(), command, output);
        return output;
    }

    /** Whether this system tells how much memory another process has. */
    static boolean canMeasureMemory() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /**
     * What a process took.
     *
     * @param kibibytes the most memory it ever had
     * @param flags the options of its virtual machine
     */
    record Footprint(long kibibytes, List<String> flags) {}

    /**
     * Runs a command and looks at it again and again; the kernel remembers the peak, so that only the last look counts.
     */
    static Footprint measureMemory(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("lifeboat-benchmark", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Footprint footprint = new Footprint(0, List.of());
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                footprint = look(process, footprint);
            }
            require(process.exitValue(), command, Files.readString(output));
            return footprint;
        } finally {
            Files.delete(output);
        }
    }

    private static Footprint look(Process process, Footprint before) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        Optional<Long> peak;
        try {
            peak = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .map(line -> Long.valueOf(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException ended) {
            return before;
        }
        List<String> flags = process.info()
                .arguments()
                .map(words -> Arrays.stream(words)
                        .filter(word -> word.startsWith("-X"))
                        .map(Child::withoutFolder)
                        .toList())
                .orElse(List.of());
        return peak.isEmpty() ? before : new Footprint(peak.get(), flags.isEmpty() ? before.flags() : flags);
    }

    /** Where a file lies says nothing about memory, and differs from machine to machine. */
    private static String withoutFolder(String flag) {
        return flag.replaceFirst("=.*/", "=");
    }

    private static Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void require(int exitCode, List<String> command, String output) throws IOException {
        if (exitCode != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exitCode + ":\n" + output);
        }
    }
}
