package dev.lifeboat.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** The modules as they were built and put together, ours and those of others. */
final class Modules {
    private static final Path FOLDER = Path.of(System.getProperty("modules"));

    private Modules() {}

    static ModuleFinder all() {
        return ModuleFinder.of(FOLDER);
    }

    /** The jars of our own modules. */
    static List<JarFile> jars() {
        List<JarFile> jars = new ArrayList<>();
        all().findAll().stream()
                .map(module -> module.descriptor().name())
                .filter(name -> name.startsWith("dev.lifeboat."))
                .forEach(name -> jars.add(jar(name)));
        return jars;
    }

    static JarFile jar(String module) {
        try {
            return new JarFile(file(module).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path file(String module) {
        return Path.of(all().find(module).orElseThrow().location().orElseThrow());
    }
}
