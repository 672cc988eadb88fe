package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class of these tests in a process of its own, in the same module as here. */
final class JavaProcess {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static JavaProcess start(Class<?> main, String... arguments) throws IOException {
        return startThrough(List.of(), main, arguments);
    }

    /** Starts it bound by file permissions, also where these tests run as root, whom they do not bind. */
    static JavaProcess startWithoutPrivileges(Class<?> main, String... arguments) throws IOException {
        List<String> wrapper = System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")
                : List.of();
        return startThrough(wrapper, main, arguments);
    }

    /** Starts it through another command. */
    static JavaProcess startThrough(List<String> wrapper, Class<?> main, String... arguments) throws IOException {
        Path output = Files.createTempFile("settings", ".out");
        output.toFile().deleteOnExit();
        String module = main.getModule().getName();
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=en",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--patch-module",
                module + "=" + Path.of("target/test-classes").toAbsolutePath(),
                "--module",
                module + "/" + main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new JavaProcess(process, output);
    }

    /** Everything it has said until now. */
    String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it has said this, or fails when it never will. */
    void awaitOutput(String words) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!output().contains(words)) {
            assertThat(System.nanoTime()).as("still waiting: " + output()).isLessThan(deadline);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a crash would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end, which must be a success. */
    void end() throws IOException, InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended: " + output()).isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
    }
}
