package dev.lifeboat.migration;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The content of every file below one folder of a module, a jar or a file system, save compiled classes: the folder may
 * be the package of the anchor class.
 *
 * @param place for messages
 * @param contents by name, relative to the folder and with {@code /} between its parts
 */
record ScriptFiles(String place, Map<String, byte[]> contents) {
    static ScriptFiles of(Class<?> anchor, String folder) throws IOException {
        Module module = anchor.getModule();
        return module.isNamed() ? inModule(module, folder) : onClassPath(anchor, folder);
    }

    static ScriptFiles in(Path folder) throws IOException {
        return new ScriptFiles(folder.toString(), below(folder, ""));
    }

    /** A module's own reader finds what a package hides, and knows folders, jars and runtime images. */
    private static ScriptFiles inModule(Module module, String folder) throws IOException {
        if (module.getLayer() == null) {
            throw new IllegalArgumentException(module + " has no resources: it belongs to no layer");
        }
        ModuleReference reference = module.getLayer()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference();
        Map<String, byte[]> contents = new TreeMap<>();
        try (ModuleReader reader = reference.open();
                Stream<String> names = reader.list()) {
            for (String name :
                    names.filter(name -> isFileBelow(folder + "/", name)).toList()) {
                try (InputStream content = reader.open(name).orElseThrow()) {
                    contents.put(name.substring(folder.length() + 1), content.readAllBytes());
                }
            }
        }
        return new ScriptFiles(folder + " of " + module, contents);
    }

    private static ScriptFiles onClassPath(Class<?> anchor, String folder) throws IOException {
        Path origin = origin(anchor);
        String prefix = folder + "/";
        Map<String, byte[]> contents = Files.isDirectory(origin) ? below(origin, prefix) : inJar(origin, prefix);
        return new ScriptFiles(folder + " of " + origin, contents);
    }

    private static Path origin(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalArgumentException("nobody knows where " + anchor + " was loaded from");
        }
        // As text, because nothing here may know a class that can open connections.
        String location = String.valueOf(source.getLocation());
        URI origin = URI.create(location);
        if (!"file".equals(origin.getScheme())) {
            throw new IllegalArgumentException(anchor + " is neither in a folder nor in a jar but in " + location);
        }
        return Path.of(origin);
    }

    private static Map<String, byte[]> below(Path root, String prefix) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return contents;
        }
        Path start = root.toRealPath();
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = start.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), "/");
                if (isFileBelow(prefix, name)) {
                    contents.put(name.substring(prefix.length()), Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    private static Map<String, byte[]> inJar(Path jar, String prefix) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream()
                    .filter(entry -> isFileBelow(prefix, entry.getName()))
                    .toList()) {
                try (InputStream content = file.getInputStream(entry)) {
                    contents.put(entry.getName().substring(prefix.length()), content.readAllBytes());
                }
            }
        }
        return contents;
    }

    private static boolean isFileBelow(String prefix, String name) {
        return name.startsWith(prefix) && !name.endsWith("/") && !name.endsWith(".class");
    }
}
