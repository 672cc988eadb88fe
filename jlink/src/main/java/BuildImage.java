import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Links the application's modules with the JDK that runs this file into a runtime image, puts the launchers and the
 * native libraries for this platform into it, and what {@code TrainImage} learns, which makes it start in about half
 * the time. Does nothing when the image was made of the same parts.
 *
 * <p>Arguments: the folder of modules, the folder of the libraries as they lie in their jars, the folder with what
 * belongs into the image, the folder of this file, the image to make.
 */
final class BuildImage {
    private static final String SQLITE = "org.xerial.sqlitejdbc";

    private static final String FLATLAF = "com.formdev.flatlaf";
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final double MEGABYTE = 1e6;

    private BuildImage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path modules = Path.of(arguments[0]);
        Path libraries = Path.of(arguments[1]);
        Path additions = Path.of(arguments[2]);
        Path sources = Path.of(arguments[3]);
        Path image = Path.of(arguments[4]);
        Path madeOf = image.resolveSibling(image.getFileName() + ".sha256");

        Path renewed = image.resolveSibling("renewed");
        List<String> options = options(List.of(renewed, modules));
        String fingerprint = fingerprint(options, modules, libraries, additions, sources);
        if (Files.isDirectory(image)
                && Files.exists(madeOf)
                && Files.readString(madeOf).equals(fingerprint)) {
            return;
        }
        Files.deleteIfExists(madeOf);
        delete(image);
        delete(renewed);
        if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE) {
            run(sources.resolve("RenewClasses.java"), modules, renewed);
        }
        link(options, image);
        for (Path library : librariesOfThisPlatform(libraries)) {
            copy(library, image.resolve("lib"), "rw-r--r--");
        }
        copyAll(additions.resolve("lib"), image.resolve("lib"), "rw-r--r--");
        copyAll(additions.resolve("bin"), image.resolve("bin"), "rwxr-xr-x");
        // Without a word in it: everything there is taken for a plugin.
        Files.createDirectory(image.resolve("plugins"));
        run(sources.resolve("TrainImage.java"), image);
        System.out.println(sizeOf(image));
        Files.writeString(madeOf, fingerprint);
    }

    /** What jlink is told; of two modules with one name it takes that of the earlier folder. */
    private static List<String> options(List<Path> modules) {
        return List.of(
                "--module-path=" + modules.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                // Nobody requires the provider: it is found through ServiceLoader.
                // The locale data is for German numbers and dates; without accessibility the application dies where
                // assistive technology is switched on.
                "--add-modules=dev.lifeboat.jobmatch,dev.lifeboat.backup.sqlite,jdk.localedata,jdk.accessibility",
                "--include-locales=en,de",
                "--exclude-resources=glob:/" + SQLITE + "/org/sqlite/native/**,glob:/" + FLATLAF
                        + "/com/formdev/flatlaf/natives/**",
                // For pictures while Java starts, of which there are none.
                "--exclude-files=glob:/java.desktop/lib/*splashscreen*",
                // The space keeps jlink 17 from taking the value for its own next option.
                "--add-options= --enable-native-access=" + SQLITE + ",com.formdev.flatlaf",
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                Runtime.version().feature() < 21 ? "--compress=2" : "--compress=zip-9");
    }

    /** One of the SQLite driver and one of FlatLaf, which name the same platforms differently. */
    private static List<Path> librariesOfThisPlatform(Path libraries) throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
        boolean windows = system.startsWith("windows");
        boolean mac = system.startsWith("mac");
        Path ofSqlite = libraries
                .resolve("org/sqlite/native")
                .resolve(windows ? "Windows" : mac ? "Mac" : "Linux")
                .resolve(processor);
        Path ofFlatLaf = libraries.resolve("com/formdev/flatlaf/natives");
        String ending = (windows ? "windows" : mac ? "macos" : "linux") + "-" + processor.replace("aarch64", "arm64");
        try (Stream<Path> drivers = Files.list(ofSqlite);
                Stream<Path> decorations = Files.list(ofFlatLaf)) {
            return Stream.concat(
                            drivers,
                            decorations.filter(
                                    file -> file.getFileName().toString().matches(".*flatlaf-" + ending + "\\.[a-z]+")))
                    .toList();
        }
    }

    private static String fingerprint(List<String> options, Path... folders)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((Runtime.version() + " " + options).getBytes());
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(folder.relativize(file).toString().getBytes());
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

    /** Runs another file of this folder with the Java that runs this one. */
    private static void run(Path source, Path... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(source.toString());
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(source.getFileName() + " failed; the reason is above");
        }
    }

    private static String sizeOf(Path image) throws IOException {
        long archive = 0;
        long rest = 0;
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().matches(".*\\.(jsa|aot)")) {
                    archive += Files.size(file);
                } else {
                    rest += Files.size(file);
                }
            }
        }
        return String.format(
                Locale.ROOT, "Image %.1f MB, start-up archive %.1f MB", rest / MEGABYTE, archive / MEGABYTE);
    }

    private static void copyAll(Path from, Path to, String permissions) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to, permissions);
            }
        }
    }

    private static void copy(Path file, Path to, String permissions) throws IOException {
        Path copy = Files.copy(file, to.resolve(file.getFileName()));
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(permissions));
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
