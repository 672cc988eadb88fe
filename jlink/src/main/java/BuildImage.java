import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Links the application's modules with the JDK that runs this file into a runtime image, and puts the launchers and the
 * SQLite driver's library for this platform into it, and an archive of the classes that the command line loads, which
 * starts it a third faster. Does nothing when the image was made of the same parts.
 *
 * <p>Arguments: the folder of modules, the folder of the driver's libraries, the folder of launchers, the image to
 * make.
 */
final class BuildImage {
    private static final String SQLITE = "org.xerial.sqlitejdbc";

    private BuildImage() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, NoSuchAlgorithmException, SQLException {
        Path modules = Path.of(arguments[0]);
        Path libraries = Path.of(arguments[1]).resolve("org/sqlite/native").resolve(platform());
        Path launchers = Path.of(arguments[2]);
        Path image = Path.of(arguments[3]);
        Path madeOf = image.resolveSibling(image.getFileName() + ".sha256");

        List<String> options = options(modules);
        String fingerprint = fingerprint(options, modules, libraries, launchers);
        if (Files.isDirectory(image)
                && Files.exists(madeOf)
                && Files.readString(madeOf).equals(fingerprint)) {
            return;
        }
        Files.deleteIfExists(madeOf);
        delete(image);
        link(options, image);
        copy(libraries, image.resolve("lib"), "rw-r--r--");
        copy(launchers, image.resolve("bin"), "rwxr-xr-x");
        archiveClasses(image);
        Files.writeString(madeOf, fingerprint);
    }

    private static List<String> options(Path modules) {
        return List.of(
                "--module-path=" + modules,
                // Nobody requires the provider: it is found through ServiceLoader.
                // The locale data is for German numbers and dates; without accessibility the application dies where
                // assistive technology is switched on.
                "--add-modules=dev.lifeboat.jobmatch,dev.lifeboat.backup.sqlite," + "jdk.localedata,jdk.accessibility",
                "--include-locales=en,de",
                "--exclude-resources=glob:/" + SQLITE + "/org/sqlite/native/**",
                // The space keeps jlink 17 from taking the value for its own next option.
                "--add-options= --enable-native-access=" + SQLITE + ",com.formdev.flatlaf",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                Runtime.version().feature() < 21 ? "--compress=2" : "--compress=zip-9");
    }

    /** The folder of this platform's library inside the SQLite driver. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("windows") ? "Windows" : system.startsWith("mac") ? "Mac" : "Linux")
                + "/"
                + (processor.equals("amd64") ? "x86_64" : processor);
    }

    private static String fingerprint(List<String> options, Path... folders)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((Runtime.version() + " " + options).getBytes());
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    digest.update(file.getFileName().toString().getBytes());
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void link(List<String> options, Path image) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(
                        () -> new IllegalStateException("this JDK has no jlink: " + System.getProperty("java.home")));
        Stream<String> arguments = Stream.concat(options.stream(), Stream.of("--output=" + image));
        if (jlink.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("jlink failed; the reason is above");
        }
    }

    /**
     * Replaces the virtual machine's default class data archive by one that knows the application, too.
     *
     * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class data sharing</a>
     */
    private static void archiveClasses(Path image) throws IOException, SQLException, InterruptedException {
        Path work = Files.createTempDirectory("training");
        try {
            Path database = work.resolve("training.db");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE training (id INTEGER)");
            }
            Path classes = work.resolve("classes");
            Path ofStart = work.resolve("classes-of-start");
            java(
                    image,
                    work,
                    List.of("-XX:DumpLoadedClassList=" + classes),
                    List.of("lifeboat", "create", "--database", database.toString()));
            java(
                    image,
                    work,
                    List.of("-XX:DumpLoadedClassList=" + ofStart),
                    List.of(
                            "start",
                            "--no-window",
                            "--database",
                            work.resolve("start.db").toString()));
            Files.write(classes, merged(classes, ofStart));
            java(
                    image,
                    work,
                    List.of(
                            "-Xlog:disable",
                            "-Xshare:dump",
                            // Only G1 archives objects as well; other collectors can load them.
                            "-XX:+UseG1GC",
                            "-XX:SharedClassListFile=" + classes,
                            "-XX:SharedArchiveFile=" + image.resolve("lib/server/classes.jsa")),
                    List.of());
        } finally {
            delete(work);
        }
    }

    /** Classes of two runs; newer machines number them, by which only those of custom loaders could be told apart. */
    private static Set<String> merged(Path... lists) throws IOException {
        Set<String> merged = new LinkedHashSet<>();
        for (Path list : lists) {
            for (String line : Files.readAllLines(list)) {
                if (!line.contains(" source: ")) {
                    merged.add(line.replaceFirst(" id: \\d+$", ""));
                }
            }
        }
        return merged;
    }

    /** Runs the application for a user who has only this home. */
    private static void java(Path image, Path home, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-m", "dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (String folder : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")) {
            builder.environment().put(folder, home.toString());
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
    }

    private static void copy(Path from, Path to, String permissions) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Path copy = Files.copy(file, to.resolve(file.getFileName()));
                if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(permissions));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
