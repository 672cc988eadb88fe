package dev.lifeboat.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A runtime image and a user who starts it.
 *
 * @param home its folder
 * @param data where this user's files are
 */
record StartedImage(Path home, Path data) {
    private static final String OPENED = "Main window opened";
    private static final int PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;

    /** A copy that learned nothing; it has the archive of Java's own classes, as an installed Java has. */
    StartedImage withoutArchives(Path copy) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(each -> !each.toString().matches(".*\\.(jsa|aot)"))
                    .toList()) {
                Files.copy(file, copy.resolve(home.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Child.run(List.of(copy.resolve("bin/java").toString(), "-Xshare:dump"));
        return new StartedImage(copy, data);
    }

    List<String> lifeboat(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/lifeboat").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Fills the database that the window shows. */
    void makeOffers() throws IOException, InterruptedException {
        Process process = jobmatch("start", "--no-window", "--demo", "20").start();
        if (process.waitFor() != 0) {
            throw new IOException("the application did not start, it ended with " + process.exitValue());
        }
    }

    /** From the start of the process to the line in its log, in milliseconds; ends the process. */
    double millisToWindow() throws IOException, InterruptedException {
        Path log = data.resolve("jobmatchchecker/jobmatchchecker.0.log");
        Files.deleteIfExists(log);
        long start = System.nanoTime();
        Process process = jobmatch("start").start();
        try {
            while (!Files.exists(log) || !Files.readString(log).contains(OPENED)) {
                if (process.waitFor(1, TimeUnit.MILLISECONDS)
                        || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IOException("no window opened");
                }
            }
            return (System.nanoTime() - start) / NANOS_PER_MILLI;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private ProcessBuilder jobmatch(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/jobmatch").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        for (String variable : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")) {
            builder.environment().put(variable, data.toString());
        }
        return builder;
    }
}
