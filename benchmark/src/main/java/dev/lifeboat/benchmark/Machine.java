package dev.lifeboat.benchmark;

import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.spi.BackupProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reader must know about the machine to make sense of absolute times. */
final class Machine {
    private Machine() {}

    /** Names and values, in the order to print them. */
    static Map<String, String> describe(Path folder) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        facts.put(
                "processors",
                Runtime.getRuntime().availableProcessors()
                        + fromProc("/proc/cpuinfo", "model name")
                                .map(model -> " x " + model)
                                .orElse(""));
        fromProc("/proc/meminfo", "MemTotal").ifPresent(memory -> facts.put("memory", memory));
        facts.put("file system", Files.getFileStore(folder).type());
        facts.put("java", property("java.vm.name") + " " + property("java.runtime.version"));
        facts.put(
                "lifeboat",
                BackupProviders.installed().all().stream()
                        .map(BackupProvider::description)
                        .collect(Collectors.joining(", ")));
        facts.put("sqlite3", sqliteShell().orElse("not installed"));
        return facts;
    }

    /** The version of the {@code sqlite3} command, where there is one. */
    static Optional<String> sqliteShell() {
        try {
            return Optional.of(Child.run(List.of("sqlite3", "--version")).split(" ")[0]);
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> fromProc(String file, String key) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            return Optional.empty();
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String property(String name) {
        return System.getProperty(name);
    }
}
