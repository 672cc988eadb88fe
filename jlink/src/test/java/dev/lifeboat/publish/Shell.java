package dev.lifeboat.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs commands in a folder as somebody would who types them, in English. */
final class Shell {
    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();

    Shell(Path folder) {
        this.folder = folder;
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("LC_ALL", "C.UTF-8");
    }

    Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Runs lines of a script until one fails. */
    Result script(String lines) throws IOException, InterruptedException {
        return run(List.of("bash", "-euo", "pipefail", "-c", lines));
    }

    /** Runs lines of a script and gives what they printed; fails when one of them does. */
    String succeeding(String lines) throws IOException, InterruptedException {
        Result result = script(lines);
        assertThat(result.exitCode()).as(lines + "\n" + result.output()).isZero();
        return result.output();
    }

    Result run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        // Options of whoever runs the tests would come after those of the project, and win.
        builder.environment().remove("MAVEN_ARGS");
        return builder.start();
    }

    record Result(int exitCode, String output) {}
}
