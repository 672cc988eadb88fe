import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Makes of the runtime image what people install on Linux: a Debian package with menu entry and icon, and an archive to
 * unpack anywhere. Both hold the same image. Their files are sorted, belong to root and have the time of the release.
 *
 * <p>The package has no scripts: what shows menus and icons notices new ones by itself. Nothing in it is the user's, so
 * nothing of the user's goes with it.
 *
 * <p>Arguments: the image, the folder with the menu entry, the drawing of the icon, the version, the time of the
 * release, the folder for the packages.
 */
final class PackImage {
    private static final String NAME = "jobmatchchecker";
    private static final String COPYRIGHT = """
            Job Match Checker and Lifeboat are under the Apache License 2.0: /usr/share/common-licenses/Apache-2.0.
            The licences of Java and what is in it: /opt/jobmatchchecker/legal.
            """;
    private static final List<Integer> ICON_SIZES = List.of(48, 128, 256);
    private static final int KIBIBYTE = 1024;

    private final Path image;
    private final String version;
    private final Instant released;
    private final Path packages;

    private PackImage(Path image, String version, Instant released, Path packages) {
        this.image = image;
        this.version = version;
        this.released = released;
        this.packages = packages;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException("only Linux has these packages; CONTRIBUTING.md says what to do elsewhere");
        }
        Path packages = Path.of(arguments[5]);
        delete(packages);
        Files.createDirectories(packages);
        PackImage pack = new PackImage(Path.of(arguments[0]), arguments[3], Instant.parse(arguments[4]), packages);
        pack.makeArchive();
        pack.makeDebianPackage(Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private void makeArchive() throws IOException, InterruptedException {
        Path archive = packages.resolve(NAME + "-" + version + "-linux-" + architecture() + ".tar.gz");
        run(
                "tar",
                "--create",
                "--use-compress-program=gzip --no-name",
                "--file=" + archive,
                "--directory=" + image.getParent(),
                "--transform=s|^" + image.getFileName() + "|" + NAME + "-" + version + "|",
                "--format=gnu",
                "--sort=name",
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--mtime=@" + released.getEpochSecond(),
                image.getFileName().toString());
        System.out.println(archive);
    }

    private void makeDebianPackage(Path menu, Path drawing) throws IOException, InterruptedException {
        Path root = packages.resolve("debian");
        Path share = root.resolve("usr/share");
        copyAll(image, root.resolve("opt").resolve(NAME));
        for (String program : List.of("jobmatch", "lifeboat")) {
            Path link = Files.createDirectories(root.resolve("usr/bin")).resolve(program);
            Files.createSymbolicLink(link, Path.of("../../opt", NAME, "bin", program));
        }
        copyAll(menu, share.resolve("applications"));
        drawIcons(drawing, share.resolve("icons/hicolor"));
        Files.writeString(
                Files.createDirectories(share.resolve("doc").resolve(NAME)).resolve("copyright"), COPYRIGHT);
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, control(sizeOf(root)));
        makeReproducible(root);

        Path debianPackage = packages.resolve(NAME + "_" + version + "_" + architecture() + ".deb");
        run("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", root.toString(), debianPackage.toString());
        delete(root);
        System.out.println(debianPackage);
    }

    private String control(long sizeBytes) throws IOException, InterruptedException {
        return String.join(
                "\n",
                "Package: " + NAME,
                "Version: " + version,
                "Architecture: " + architecture(),
                "Maintainer: Lifeboat <lifeboat@localhost>",
                "Installed-Size: " + sizeBytes / KIBIBYTE,
                "Depends: " + String.join(", ", neededPackages()),
                "Section: misc",
                "Priority: optional",
                "Description: job offers, and how well they match you",
                " Job Match Checker keeps its data in a SQLite database and looks after it:",
                " verified backups, crash-safe restore and migration. The command lifeboat",
                " does the same for any SQLite database. No Java has to be installed.",
                "");
    }

    /** The Debian packages of the libraries that are linked to and not in the image. */
    private Set<String> neededPackages() throws IOException, InterruptedException {
        Set<String> needed = new TreeSet<>();
        for (Path library : filesOf(image)) {
            if (!library.toString().endsWith(".so") && !library.endsWith("bin/java")) {
                continue;
            }
            for (String line : output("ldd", library.toString()).lines().toList()) {
                String file = line.replaceFirst("^.*=> (/\\S+) .*$", "$1");
                if (file.startsWith("/") && !file.startsWith(image.toString())) {
                    needed.add(packageOf(Path.of(file)));
                }
            }
        }
        return needed;
    }

    /** The database of packages knows some files by the path they had before /lib became a link. */
    private static String packageOf(Path library) throws IOException, InterruptedException {
        String name = library.toRealPath().getFileName().toString();
        return output("dpkg-query", "--search", "*/" + name)
                .lines()
                .map(line -> line.replaceFirst(":.*", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no package has " + library));
    }

    private static void drawIcons(Path drawing, Path theme) throws IOException {
        Path scalable = Files.createDirectories(theme.resolve("scalable/apps"));
        Files.copy(drawing, scalable.resolve(NAME + ".svg"));
        for (int size : ICON_SIZES) {
            Path folder =
                    Files.createDirectories(theme.resolve(size + "x" + size).resolve("apps"));
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            try (InputStream in = Files.newInputStream(drawing)) {
                Image drawn = new FlatSVGIcon(in).derive(size, size).getImage();
                picture.createGraphics().drawImage(drawn, 0, 0, null);
            }
            ImageIO.write(picture, "png", folder.resolve(NAME + ".png").toFile());
        }
    }

    private void makeReproducible(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(root)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            if (!Files.isSymbolicLink(file)) {
                boolean everybodyEnters = Files.isDirectory(file) || Files.isExecutable(file);
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(everybodyEnters ? "rwxr-xr-x" : "rw-r--r--"));
                Files.setLastModifiedTime(file, FileTime.from(released));
            }
        }
    }

    private static String architecture() {
        String processor = System.getProperty("os.arch");
        return processor.equals("aarch64") ? "arm64" : processor;
    }

    private static long sizeOf(Path folder) throws IOException {
        long size = 0;
        for (Path file : filesOf(folder)) {
            size += Files.size(file);
        }
        return size;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("SOURCE_DATE_EPOCH", String.valueOf(released.getEpochSecond()));
        finish(builder);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        return finish(new ProcessBuilder(command));
    }

    private static String finish(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    builder.command().stream().collect(Collectors.joining(" ")) + " failed:\n" + output);
        }
        return output;
    }
}
