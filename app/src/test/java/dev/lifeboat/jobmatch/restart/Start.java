package dev.lifeboat.jobmatch.restart;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to start an application, here {@link RestartMain}. */
enum Start {
    CLASS_PATH {
        @Override
        List<String> command(Path stage, List<String> options) throws IOException {
            return java(options, "-cp", classPath(stage), MAIN_CLASS);
        }
    },
    JAR {
        @Override
        List<String> command(Path stage, List<String> options) throws IOException {
            Path jar = stage.resolve("my application.jar");
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.put(Attributes.Name.MAIN_CLASS, MAIN_CLASS);
            attributes.put(
                    Attributes.Name.CLASS_PATH,
                    Arrays.stream(classPath(stage).split(File.pathSeparator))
                            .map(entry -> Path.of(entry).toUri())
                            .map(URI::toString)
                            .collect(Collectors.joining(" ")));
            try (OutputStream out = Files.newOutputStream(jar)) {
                new JarOutputStream(out, manifest).close();
            }
            return java(options, "-jar", jar.toString());
        }
    },
    MODULE_PATH {
        @Override
        List<String> command(Path stage, List<String> options) {
            return java(options, "--module-path", MODULE_PATH_HERE, PATCH, "--module", MAIN_MODULE);
        }
    },
    /** The runtime image's own script, called by a link, with something beside it that acts as the image's Java. */
    LAUNCHER {
        @Override
        List<String> command(Path stage, List<String> options) throws IOException {
            Path bin = Files.createDirectories(stage.resolve("an image/bin"));
            Path java = bin.resolve("java");
            Files.writeString(
                    java,
                    "#!/bin/sh\nexec '" + String.join("' '", java(options, "--module-path", MODULE_PATH_HERE, PATCH))
                            + "' \"$@\"\n");
            Path image = Path.of("../jlink/src/main/image");
            Path launcher = Files.copy(image.resolve("bin/jobmatch"), bin.resolve("jobmatch"));
            Files.writeString(
                    Files.createDirectories(stage.resolve("an image/lib")).resolve("launch"),
                    Files.readString(image.resolve("lib/launch"))
                            .replace("dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main", MAIN_MODULE));
            for (Path script : List.of(java, launcher)) {
                Files.setPosixFilePermissions(script, Files.getPosixFilePermissions(Path.of("../mvnw")));
            }
            Path link = stage.resolve("link");
            Files.deleteIfExists(link);
            return List.of(Files.createSymbolicLink(link, launcher).toString());
        }
    };

    private static final String MAIN_CLASS = RestartMain.class.getName();
    private static final String MAIN_MODULE = "dev.lifeboat.jobmatch/" + MAIN_CLASS;
    private static final String MODULE_PATH_HERE = System.getProperty("jdk.module.path");
    private static final String TESTS =
            Path.of("target/test-classes").toAbsolutePath().toString();
    private static final String PATCH = "--patch-module=dev.lifeboat.jobmatch=" + TESTS;

    /**
     * The command without the application's arguments.
     *
     * @param stage where files that it needs can be made
     * @param options for Java
     */
    abstract List<String> command(Path stage, List<String> options) throws IOException;

    /** Where modules name their services, jars on the class path have a file. */
    private static String classPath(Path stage) throws IOException {
        Path services = Files.createDirectories(stage.resolve("services/META-INF/services"));
        Files.writeString(
                services.resolve("dev.lifeboat.backup.spi.BackupProvider"),
                "dev.lifeboat.backup.sqlite.SqliteBackupProvider");
        return String.join(File.pathSeparator, MODULE_PATH_HERE, TESTS, stage.resolve("services") + File.separator);
    }

    private static List<String> java(List<String> options, String... more) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(Stream.of(java), options.stream(), Stream.of(more))
                .flatMap(words -> words)
                .toList();
    }
}
