package dev.lifeboat.reliability.mutants;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The product with one thing broken on purpose.
 *
 * @param what is broken, in a few words
 * @param source the file it is broken in, relative to the project
 * @param changes of its text
 */
record Mutant(String what, Path source, List<Change> changes) {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** What is replaced by what; it must be there once. */
    record Change(String original, String replacement) {}

    /** Fails when what is to be broken is no longer in the source as it was. */
    void requireFit(Path project) throws IOException {
        changed(Files.readString(project.resolve(source)));
    }

    /** Compiles it, and gives the folder with all modules. */
    Path build(Path project, Path modules, Path folder) throws IOException {
        String module = source.getName(0).toString();
        Path changed = folder.resolve("source").resolve(inModule());
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, changed(Files.readString(project.resolve(source))));
        Path copies = Files.createDirectories(folder.resolve("modules"));
        Path own = null;
        try (Stream<Path> jars = Files.list(modules)) {
            for (Path jar : jars.toList()) {
                Path copy = copies.resolve(jar.getFileName());
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                if (jar.getFileName().toString().startsWith(module + "-")) {
                    own = copy;
                }
            }
        }
        if (own == null) {
            throw new IOException("no jar of " + module + " in " + modules);
        }
        replaceClasses(own, compile(changed, modules, moduleName(project.resolve(module)), folder));
        return copies;
    }

    private Path inModule() {
        return source.subpath(1 + SOURCES.getNameCount(), source.getNameCount());
    }

    private String changed(String text) throws IOException {
        String result = text;
        for (Change change : changes) {
            int first = result.indexOf(change.original());
            if (first < 0 || result.indexOf(change.original(), first + 1) >= 0) {
                throw new IOException(
                        "\"" + what + "\" no longer fits: not once in " + source + ": " + change.original());
            }
            result = result.replace(change.original(), change.replacement());
        }
        return result;
    }

    private static String moduleName(Path module) throws IOException {
        String descriptor = Files.readString(module.resolve(SOURCES).resolve("module-info.java"));
        String afterWord = descriptor.substring(descriptor.indexOf("\nmodule ") + "\nmodule ".length());
        return afterWord.substring(0, afterWord.indexOf(' '));
    }

    private Path compile(Path changed, Path modules, String module, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-XDstringConcat=inline",
                        "--module-path",
                        modules.toString(),
                        "--patch-module",
                        module + "=" + folder.resolve("source"),
                        "--add-modules",
                        module,
                        "-d",
                        classes.toString(),
                        changed.toString());
        if (result != 0) {
            throw new IOException("\"" + what + "\" no longer compiles");
        }
        return classes;
    }

    private static void replaceClasses(Path jar, Path classes) throws IOException {
        List<Path> compiled = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(classes)) {
            tree.filter(path -> path.toString().endsWith(".class")).forEach(compiled::add);
        }
        try (FileSystem archive = FileSystems.newFileSystem(jar)) {
            for (Path file : compiled) {
                Path inside =
                        archive.getPath("/").resolve(classes.relativize(file).toString());
                if (!Files.exists(inside.getParent())) {
                    throw new IOException("nothing of this name in " + jar + ": " + inside);
                }
                Files.copy(file, inside, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
