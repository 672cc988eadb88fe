package dev.lifeboat.jobmatch.cli;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** The real command line in a process of its own, from the module path that this test runs on. */
final class LifeboatProcess {
    /** A command is over before it pays to compile well. */
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String MAIN = "dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.cli.LifeboatMain";
    private static final int FIRST_JDK_THAT_WARNS_OF_NATIVE_ACCESS = 22;
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private LifeboatProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Runs one command in English to its end. */
    static Result run(String... words) {
        return start(List.of(), Map.of(), command(List.of("-Duser.language=en"), words))
                .end();
    }

    /** Runs one command to its end with options for Java and variables of the environment. */
    static Result run(List<String> javaOptions, Map<String, String> environment, String... words) {
        return start(List.of(), environment, command(javaOptions, words)).end();
    }

    /** Runs one command with standard output going to this file instead. */
    static Result runInto(Path file, String... words) {
        List<String> command = List.of("sh", "-c", "exec \"$@\" > '" + file + "'", "sh");
        return start(
                        List.of(),
                        Map.of(),
                        Stream.concat(command.stream(), command(List.of("-Duser.language=en"), words).stream())
                                .toList())
                .end();
    }

    /** Runs one command on a terminal, where these lines are typed. */
    static Result runOnTerminal(List<String> typed, String... words) {
        String command = command(List.of("-Duser.language=en"), words).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        return start(typed, Map.of(), List.of("script", "--quiet", "--return", "--command", command, "/dev/null"))
                .end();
    }

    /** Starts one command, which heeds signals even where these tests run in a shell's background and ignore SIGINT. */
    static LifeboatProcess start(String... words) {
        List<String> wrapper = OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();
        return startThrough(wrapper, modulePath(), words);
    }

    /** Starts one command through another one, such as one that changes the user, with modules from this path. */
    static LifeboatProcess startThrough(List<String> wrapper, String modulePath, String... words) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(java(List.of("-Duser.language=en"), modulePath));
        command.add(MAIN);
        command.addAll(Arrays.asList(words));
        return start(List.of(), Map.of(), command);
    }

    /** Starts the application's own main class. */
    static Result runMain(String... words) {
        return startMain(Map.of(), words).end();
    }

    /**
     * Starts the application's own main class through another command: from these modules or, where
     * {@code -Dlifeboat.image} names one, from a runtime image.
     */
    static LifeboatProcess startMainThrough(
            List<String> wrapper, String modulePath, Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(wrapper);
        String image = System.getProperty("lifeboat.image");
        if (image == null) {
            command.addAll(java(List.of("-Duser.language=en"), modulePath));
        } else {
            command.addAll(List.of(Path.of(image, "bin", "java").toString(), "-Duser.language=en", "--module"));
        }
        command.add("dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main");
        command.addAll(Arrays.asList(words));
        return start(List.of(), environment, command);
    }

    /** Starts the application's own main class with these variables of the environment. */
    static LifeboatProcess startMain(Map<String, String> environment, String... words) {
        return startMainThrough(List.of(), modulePath(), environment, words);
    }

    /** Runs one command where no provider is installed. */
    static Result runWithoutProviders(String... words) {
        String path = Arrays.stream(modulePath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("sqlite"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(java(List.of("-Duser.language=en"), path));
        command.add(MAIN);
        command.addAll(Arrays.asList(words));
        return start(List.of(), Map.of(), command).end();
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Ends it as a crash would and tells whether it was still at work. */
    boolean kill() throws InterruptedException {
        boolean atWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return atWork;
    }

    /** Whether it still runs after this time. */
    boolean runsAfter(long milliseconds) throws InterruptedException {
        return !process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Waits for the end. */
    Result end() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + Files.readString(out) + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static LifeboatProcess start(List<String> typed, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("lifeboat", ".out");
            Path err = Files.createTempFile("lifeboat", ".err");
            Path in = Files.createTempFile("lifeboat", ".in");
            Files.write(in, typed);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("LC_ALL", "C.UTF-8");
            // A command must not open a window, whatever screen the tests have.
            builder.environment().remove("DISPLAY");
            builder.environment().putAll(environment);
            builder.redirectInput(Redirect.from(in.toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            Process process = builder.start();
            List.of(out, err, in).forEach(file -> file.toFile().deleteOnExit());
            return new LifeboatProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(List<String> javaOptions, String... words) {
        List<String> command = new ArrayList<>(java(javaOptions, modulePath()));
        command.add(MAIN);
        command.addAll(Arrays.asList(words));
        return command;
    }

    private static List<String> java(List<String> options, String modulePath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUICKLY);
        command.addAll(options);
        if (Runtime.version().feature() >= FIRST_JDK_THAT_WARNS_OF_NATIVE_ACCESS && modulePath.contains("sqlite")) {
            command.add("--enable-native-access=org.xerial.sqlitejdbc");
        }
        command.addAll(List.of("--module-path", modulePath, "--module"));
        return command;
    }

    /** Where the modules are that every command runs from. */
    static String modulePath() {
        return System.getProperty("jdk.module.path");
    }

    /** What a process left. */
    record Result(int exitCode, String out, String err) {
        /** The only object on standard output. */
        JsonObject json() {
            return Fixture.parse(out);
        }

        /** The code of the failure on standard output. */
        String errorCode() {
            return json().getAsJsonObject("error").get("code").getAsString();
        }
    }
}
