package dev.lifeboat.benchmark;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@link Writer} in a process of its own. */
final class WriterProcess implements AutoCloseable {
    private final Gson gson = new Gson();
    private final Process process;
    private final BufferedReader answers;
    private final java.io.Writer orders;

    private WriterProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts committing into this database. */
    static WriterProcess start(Path live) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx64m"));
        Optional<String> modules = Optional.ofNullable(System.getProperty("jdk.module.path"));
        if (modules.isPresent()) {
            command.addAll(List.of(
                    "--enable-native-access=org.xerial.sqlitejdbc",
                    "--module-path",
                    modules.get(),
                    "--add-modules",
                    "org.xerial.sqlitejdbc",
                    "--module",
                    Writer.class.getModule().getName() + '/' + Writer.class.getName()));
        } else {
            command.addAll(List.of("--class-path", System.getProperty("java.class.path"), Writer.class.getName()));
        }
        command.add(live.toString());
        return new WriterProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** How its commits went since the last look. */
    Commits look() throws IOException {
        orders.write('\n');
        orders.flush();
        return Optional.ofNullable(answers.readLine())
                .map(answer -> gson.fromJson(answer, Commits.class))
                .orElseThrow(() -> new IOException("the writing process ended with " + exit()));
    }

    private String exit() {
        return process.isAlive() ? "no answer" : String.valueOf(process.exitValue());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        orders.close();
        process.waitFor();
    }
}
