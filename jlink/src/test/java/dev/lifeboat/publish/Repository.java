package dev.lifeboat.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A local repository of Maven for these tests alone, into which Lifeboat's libraries are installed as for publishing.
 * What it lacks comes from the repositories that the build itself uses.
 */
final class Repository {
    static final String VERSION = "0.1.0";
    static final List<String> LIBRARIES =
            List.of("backup-api", "backup-conformance", "backup-sqlite", "migration", "ui-swing");

    private static final Path CLONE = Path.of(System.getProperty("clone"));
    private static final Path FOLDER = CLONE.resolve("jlink/target/repository");

    private Repository() {}

    /** Builds the libraries with sources and Javadoc, and installs them; fails on a warning of Javadoc. */
    static void install() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(CLONE.resolve("mvnw").toString()));
        command.addAll(options());
        command.addAll(List.of(
                "-Ppublish",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "--projects=" + String.join(",", LIBRARIES),
                "--also-make",
                "install"));
        Shell.Result result = new Shell(CLONE).run(command);
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output());
        }
    }

    /** Lets Maven, when it is started in this folder, use this repository and no network. */
    static void configureOffline(Path project) throws IOException {
        List<String> options = new ArrayList<>(options());
        options.add("--offline");
        Files.createDirectories(project.resolve(".mvn"));
        Files.write(project.resolve(".mvn/maven.config"), options);
    }

    /** A file of a library. */
    static Path file(String library, String suffix) {
        return FOLDER.resolve("dev/lifeboat")
                .resolve(library)
                .resolve(VERSION)
                .resolve(library + "-" + VERSION + suffix);
    }

    private static List<String> options() {
        String others = Arrays.stream(System.getProperty("repositories").split(","))
                .filter(path -> !path.isBlank())
                .collect(Collectors.joining(","));
        return List.of(
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + FOLDER,
                "-Dmaven.repo.local.tail=" + others);
    }
}
