package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.spi.ToolProvider;

/** The ways in which an application's classes and resources are packed and loaded. */
enum Packing {
    CLASS_PATH_FOLDER,
    CLASS_PATH_JAR,
    MODULE_FOLDER,
    MODULE_JAR;

    private static final String ANCHOR = "app.Anchor";

    /** Puts a class beside the resources in this folder and loads it. */
    Class<?> anchor(Path folder) throws IOException, ReflectiveOperationException {
        Path sources = Files.createDirectory(folder.resolveSibling("sources"));
        Path type = Files.writeString(sources.resolve("Anchor.java"), "package app; class Anchor {}");
        tool("javac", "-d", folder.toString(), type.toString());
        if (isModule()) {
            Path descriptor = Files.writeString(sources.resolve("module-info.java"), "module app {}");
            tool("javac", "-d", folder.toString(), descriptor.toString());
        }
        return load(this == CLASS_PATH_FOLDER || this == MODULE_FOLDER ? folder : jar(folder));
    }

    private boolean isModule() {
        return this == MODULE_FOLDER || this == MODULE_JAR;
    }

    private Class<?> load(Path place) throws IOException, ReflectiveOperationException {
        if (!isModule()) {
            return Class.forName(
                    ANCHOR, false, new URLClassLoader(new URL[] {place.toUri().toURL()}));
        }
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(place), ModuleFinder.of(), Set.of("app"));
        return ModuleLayer.boot()
                .defineModulesWithOneLoader(configuration, null)
                .findLoader("app")
                .loadClass(ANCHOR);
    }

    private static Path jar(Path folder) {
        Path jar = folder.resolveSibling(folder.getFileName() + ".jar");
        tool("jar", "--create", "--file", jar.toString(), "-C", folder.toString(), ".");
        return jar;
    }

    private static void tool(String name, String... arguments) {
        assertThat(ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments))
                .as(name)
                .isZero();
    }
}
