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
                .filter(module -> module.descriptor().name().startsWith("dev.lifeboat."))
                .forEach(module -> jars.add(jar(Path.of(module.location().orElseThrow()))));
        return jars;
    }

    private static JarFile jar(Path file) {
        try {
            return new JarFile(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
