package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.ChildJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs cases in processes with little memory, and takes note when one hangs or dies. For one thread. */
final class Children {
    private static final int CASES_EACH = 400;
    private static final Duration PATIENCE = Cases.LIMIT.multipliedBy(2);
    private static final String OVER = "";
    private static final List<String> LITTLE_MEMORY =
            List.of("-Xmx96m", "-XX:MaxDirectMemorySize=32m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final ChildJava java;
    private final long seed;
    private final Results results;

    Children(Path folder, long seed, Results results) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("work"));
        this.java = ChildJava.in(folder.resolve("java"));
        this.seed = seed;
        this.results = results;
    }

    /** Runs the cases from one number to before another. */
    void run(int first, int end) throws IOException, InterruptedException {
        int next = first;
        while (next < end) {
            next = runOne(next, Math.min(end, next + CASES_EACH));
            System.out.println(
                    next + " of " + end + " cases, " + results.violations().size() + " violations");
        }
    }

    /** Gives the number of the case to go on with. */
    private int runOne(int first, int end) throws IOException, InterruptedException {
        Path errors = folder.resolveSibling("errors-" + first);
        Trees.delete(folder);
        Files.createDirectories(folder);
        Process process = cases(first, end).redirectError(errors.toFile()).start();
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(process, lines), "lines of the child");
        reader.start();
        int current = first;
        try {
            while (true) {
                String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (line == null) {
                    results.complain(Case.of(seed, current) + ": hangs, see " + dump(process, errors));
                    return current + 1;
                }
                if (line.equals(OVER)) {
                    break;
                }
                if (line.startsWith(Cases.BEGIN)) {
                    current = Integer.parseInt(line.substring(Cases.BEGIN.length()));
                }
                results.take(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
            reader.join();
        }
        if (process.exitValue() != 0) {
            results.complain(
                    Case.of(seed, current) + ": the process ended with " + process.exitValue() + ", see " + errors);
            return current + 1;
        }
        Files.delete(errors);
        return end;
    }

    private ProcessBuilder cases(int first, int end) {
        return java.of(
                        Cases.class,
                        LITTLE_MEMORY,
                        List.of(folder.toString(), String.valueOf(seed), String.valueOf(first), String.valueOf(end)))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.PIPE);
    }

    private static void read(Process process, BlockingQueue<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.equals(OVER)).forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException killed) {
            lines.add(Cases.VIOLATION + "the output broke off: " + killed);
        }
        lines.add(OVER);
    }

    /** Lets a process that hangs say where. */
    private static Path dump(Process process, Path errors) throws IOException, InterruptedException {
        Path stacks = errors.resolveSibling(errors.getFileName() + "-stacks");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jstack")
                                .toString(),
                        String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(stacks.toFile())
                .start()
                .waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return stacks;
    }
}
