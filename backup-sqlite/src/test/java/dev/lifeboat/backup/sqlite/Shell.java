package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code sqlite3} shell: another build of SQLite, and what people open their backups with. */
final class Shell {
    private Shell() {}

    /** What the shell answers; empty where it is not installed. Its errors are part of the answer. */
    static Optional<String> run(Path file, String... commands) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("sqlite3", "-batch", "-bail", file.toString()));
        line.addAll(List.of(commands));
        Process process;
        try {
            process = new ProcessBuilder(line).redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Optional.of(answer.strip());
    }
}
