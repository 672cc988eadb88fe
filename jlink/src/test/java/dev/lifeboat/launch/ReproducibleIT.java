package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Builds the sources twice, in two folders, and compares what comes out. */
@Tag("long")
@Isolated("there is one screen, and one image")
class ReproducibleIT {
    private static final Path CLONE = Path.of(System.getProperty("clone"));

    @TempDir
    Path folder;

    @Test
    void twoBuildsOfOneCommitMakeTheSameJarsByteForByte() throws Exception {
        Map<String, Path> first = built("first");
        Map<String, Path> second = built("a second one");

        assertThat(first).hasSizeGreaterThan(10);
        assertThat(second).hasSameSizeAs(first);
        first.forEach((name, jar) -> assertThat(second.get(name)).as(name).hasSameBinaryContentAs(jar));
    }

    /** The jars by their paths, the one that is given a descriptor and those of others included. */
    private Map<String, Path> built(String name) throws Exception {
        Path clone = Files.createDirectory(folder.resolve(name));
        copySources(clone);
        List<String> command = new ArrayList<>(List.of(
                clone.resolve("mvnw").toString(),
                "--batch-mode",
                "--quiet",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "-Dimage.skip=true"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local.tail=" + repository));
        command.addAll(List.of("-pl", "jlink", "-am", "package"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(clone.toFile()).redirectErrorStream(true);
        // What the build around this test was told is not for this one.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("MAVEN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Image.Result build = Image.run(builder);
        assertThat(build.exitCode()).as(build.output()).isZero();
        return jars(clone);
    }

    private static Map<String, Path> jars(Path clone) throws IOException {
        Map<String, Path> jars = new TreeMap<>();
        try (Stream<Path> files = Files.walk(clone)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(jar -> jars.put(clone.relativize(jar).toString(), jar));
        }
        return jars;
    }

    private static void copySources(Path clone) throws Exception {
        Image.Result list = Image.run(new ProcessBuilder("git", "ls-files", "-z").directory(CLONE.toFile()));
        assertThat(list.exitCode()).as(list.output()).isZero();
        for (String name : list.output().split("\0")) {
            if (Files.exists(CLONE.resolve(name))) {
                Path copy = clone.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(CLONE.resolve(name), copy);
                copy.toFile().setExecutable(Files.isExecutable(CLONE.resolve(name)));
            }
        }
    }
}
