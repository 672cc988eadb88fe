package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Backup;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.OS;

/** Starts a class of these tests in a process of its own. */
final class ChildJvm {
    /** A quick start, and no warning about SQLite's library. */
    static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED");

    /** A shell's background job, which these tests may be part of, would ignore SIGINT, and so would its children. */
    private static final List<String> HEEDING_SIGNALS =
            OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of();

    private ChildJvm() {}

    /** The class path of a child: the tests, both modules and their libraries. */
    static List<Path> classPath() {
        return Stream.of(
                        ChildJvm.class,
                        SqliteEngine.class,
                        Backup.class,
                        tools.jackson.core.json.JsonFactory.class,
                        org.sqlite.JDBC.class)
                .map(ChildJvm::location)
                .toList();
    }

    /** A process whose standard error is ours; its main class is one of the tests'. */
    static ProcessBuilder of(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        List<String> line = new ArrayList<>(HEEDING_SIGNALS);
        line.add(java());
        line.addAll(OPTIONS);
        line.add("-Djava.io.tmpdir=" + Natives.FOLDER);
        line.addAll(jvmOptions);
        line.addAll(List.of("-cp", join(classPath()), main.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String join(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Ends a process at once, as a crash would, and waits until it is gone. */
    static void kill(Process process) throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where children unpack SQLite's library; a killed one cannot remove it, so it goes when these tests end. */
    private static final class Natives {
        private static final Path FOLDER = create();

        private static Path create() {
            try {
                Path folder = Files.createTempDirectory("lifeboat-natives");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return folder;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException stays) {
                System.err.println("left behind: " + folder);
            }
        }
    }
}
