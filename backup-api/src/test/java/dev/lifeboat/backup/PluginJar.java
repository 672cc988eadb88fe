package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes modular jars from sources, with the compiler of the Java that runs the test. */
final class PluginJar {
    private final Path work;
    private final Path sources;
    private final Path classes;
    private final List<String> files = new ArrayList<>();

    PluginJar(Path work) throws IOException {
        this.work = Files.createDirectories(work);
        sources = Files.createDirectories(work.resolve("sources"));
        classes = Files.createDirectories(work.resolve("classes"));
    }

    /** The sources of a provider that supports every database. */
    PluginJar provider(String module, String requires, String id, String description, String code) throws IOException {
        return provider(module, requires, id, description, code, "true");
    }

    /**
     * The sources of a provider in a module of its own.
     *
     * @param requires what the module needs besides the API, as statements
     * @param description what it says it is, as an expression
     * @param code more members of its class
     * @param supports whether it supports a database, as an expression
     */
    PluginJar provider(String module, String requires, String id, String description, String code, String supports)
            throws IOException {
        return source("module-info.java", """
                        module %s {
                            requires dev.lifeboat.backup;
                            %s
                            provides dev.lifeboat.backup.spi.BackupProvider with %s.Shelf;
                        }
                        """.formatted(module, requires, module))
                .source(module.replace('.', '/') + "/Shelf.java", """
                        package %s;
                        import dev.lifeboat.backup.*;
                        public final class Shelf implements dev.lifeboat.backup.spi.BackupProvider {
                            %s
                            public String id() { return "%s"; }
                            public String description() { return %s; }
                            public boolean supports(java.nio.file.Path database) { return %s; }
                            public BackupService open(BackupConfiguration configuration) {
                                throw new IllegalStateException("a test opened a plugin that it only lists");
                            }
                        }
                        """.formatted(
                                module, code, id, description, supports));
    }

    PluginJar source(String name, String text) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        files.add(file.toString());
        return this;
    }

    /** Compiles it with these jars and the API on the module path. */
    PluginJar compile(Path... libraries) {
        List<String> path = new ArrayList<>(List.of(System.getProperty("jdk.module.path")));
        Arrays.stream(libraries).map(Path::toString).forEach(path::add);
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:none",
                "--release=17",
                "-d",
                classes.toString(),
                "--module-path",
                String.join(File.pathSeparator, path)));
        arguments.addAll(files);
        run("javac", arguments);
        return this;
    }

    /** A file among its classes. */
    Path compiled(String name) {
        return classes.resolve(name);
    }

    Path pack(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        run(
                "jar",
                List.of(
                        "--create",
                        "--file=" + jar,
                        "--module-version=1.5",
                        "-C",
                        work.resolve("classes").toString(),
                        "."));
        return jar;
    }

    /** Without the descriptor, as jars were made before there were modules. */
    Path packWithoutDescriptor(Path jar) throws IOException {
        Files.delete(compiled("module-info.class"));
        run("jar", List.of("--create", "--file=" + jar, "-C", classes.toString(), "."));
        return jar;
    }

    /** Replaces the descriptor of a jar with a file that the tools would refuse. */
    static void replaceDescriptor(Path jar, Path descriptor) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.copy(descriptor, content.getPath("module-info.class"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(exitCode).as(output.toString()).isZero();
    }
}
