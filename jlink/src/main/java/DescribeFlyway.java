import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives Flyway's jar a module descriptor, without which jlink refuses it. The module keeps the name that Java makes up
 * for the jar as it is published, so that whoever requires it works with both.
 *
 * <p>What it exports and provides is what Java sees in the jar; what it requires is written down here, and a test
 * compares it with what jdeps finds. The same jar and JDK always make the same bytes, or every build would link a new
 * image.
 *
 * <p>Argument: the folder with Flyway's jar, which is replaced.
 */
final class DescribeFlyway {
    private static final String NAME = "flyway.core";

    private DescribeFlyway() {}

    public static void main(String[] arguments) throws IOException {
        Path modules = Path.of(arguments[0]);
        ModuleReference flyway = ModuleFinder.of(modules)
                .find(NAME)
                .orElseThrow(() -> new IllegalStateException("no module " + NAME + " in " + modules));
        // Done already, or Flyway has come to do it itself.
        if (!flyway.descriptor().isAutomatic()) {
            return;
        }
        Path jar = Path.of(flyway.location().orElseThrow());
        Path described = modules.resolve(NAME + ".tmp");
        write(jar, compile(source(flyway.descriptor()), jar), described);
        Files.move(described, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String source(ModuleDescriptor flyway) {
        // Open, because it makes instances of its own and of others' classes by reflection.
        return Stream.of(
                        Stream.of(
                                "open module " + NAME + " {",
                                "requires java.logging;",
                                "requires transitive java.sql;"),
                        flyway.packages().stream().sorted().map(name -> "exports " + name + ";"),
                        flyway.provides().stream().sorted().map(DescribeFlyway::service),
                        Stream.of("}"))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String service(ModuleDescriptor.Provides service) {
        return "uses " + service.service() + ";\nprovides " + service.service() + " with "
                + String.join(",\n", service.providers()) + ";";
    }

    private static byte[] compile(String source, Path jar) throws IOException {
        Path work = Files.createTempDirectory("descriptor");
        try {
            Path descriptor = Files.writeString(work.resolve("module-info.java"), source);
            ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
            int failed = javac.run(
                    System.out,
                    System.err,
                    "--release=17",
                    "--patch-module=" + NAME + "=" + jar,
                    "-d",
                    work.toString(),
                    descriptor.toString());
            if (failed != 0) {
                throw new IllegalStateException("javac failed; the reason is above");
            }
            return Files.readAllBytes(work.resolve("module-info.class"));
        } finally {
            delete(work);
        }
    }

    private static void write(Path jar, byte[] descriptor, Path described) throws IOException {
        // The manifest has to stay in front.
        Map<String, byte[]> entries = new TreeMap<>(Comparator.comparing((String name) -> !name.equals("META-INF/"))
                .thenComparing(name -> !name.equals(JarFile.MANIFEST_NAME))
                .thenComparing(Comparator.naturalOrder()));
        entries.put("module-info.class", descriptor);
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        try (OutputStream output = Files.newOutputStream(described);
                ZipOutputStream zip = new ZipOutputStream(output)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(content.getValue());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
