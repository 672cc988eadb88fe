package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the runtime image, what is not, and where it can be put. */
@Isolated("there is one screen, and one image")
class ImageIT {
    private static final Image BUILT = Image.built();
    private static final long LARGEST = 70_000_000;
    private static final Pattern LOCALE_OF_DATA = Pattern.compile(".*/FormatData_([a-z]+)(_.*)?\\.class");
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|dylib|jnilib)(\\.[0-9]+)*");

    @TempDir
    Path folder;

    private Path user;

    @BeforeEach
    void makeDatabase() throws IOException, SQLException {
        user = Files.createDirectory(folder.resolve("user"));
        for (Path shared : List.of(folder, user)) {
            Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + user.resolve("my.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE offer (title TEXT)");
        }
        Files.setPosixFilePermissions(user.resolve("my.db"), PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @AfterEach
    void makeDeletable() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isDirectory).forEach(each -> each.toFile().setWritable(true));
        }
    }

    @Test
    void itHasTheModulesThatAreWrittenDownAndNoOther() throws Exception {
        Image.Result result = Image.run(BUILT.program("java", user, "--list-modules"));

        assertThat(result.output().lines().map(line -> line.replaceFirst("[@ ].*", "")))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(Path.of("src/test/modules.txt")));
    }

    @Test
    void itSpeaksEnglishAndGermanAndNoOtherLanguage() throws Exception {
        Stream<String> languages = BUILT.resources().stream()
                .map(LOCALE_OF_DATA::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .distinct();

        assertThat(languages).containsExactlyInAnyOrder("de", "en");
    }

    @Test
    void itWritesNumbersInGerman() throws Exception {
        ProcessBuilder create = BUILT.program("lifeboat", user, "create", "--database", database());
        create.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=de -Duser.country=DE");

        assertThat(Image.run(create).output()).containsPattern("Sicherung .*\\d,\\d kB");
    }

    @Test
    void itHasLibrariesForThisPlatformOnly() throws Exception {
        assertThat(BUILT.resources()).noneMatch(name -> LIBRARY.matcher(name).matches());
        assertThat(BUILT.files("dll", "dylib", "jnilib")).isEmpty();
        assertThat(BUILT.files("so"))
                .isNotEmpty()
                .allSatisfy(library -> assertThat(machineOf(library)).isEqualTo(machineOf(libraryOfJava())))
                .extracting(library -> library.getFileName().toString())
                .filteredOn(name -> name.matches(".*(sqlite|flatlaf).*"))
                .hasSize(2);
    }

    @Test
    void itIsSmall() throws Exception {
        long size = 0;
        for (Path file : BUILT.files()) {
            size += Files.size(file);
        }
        for (Path archive : BUILT.archives()) {
            size -= Files.size(archive);
        }

        assertThat(size).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void itHasAFolderForPluginsOfWhichNothingNeedsToBeSaid() throws Exception {
        Image.Result providers = Image.run(BUILT.program("lifeboat", user, "providers"));

        assertThat(BUILT.home().resolve("plugins")).isEmptyDirectory();
        assertThat(providers.output()).contains("sqlite").doesNotContain("skipped");
    }

    @ParameterizedTest
    @CsvSource({"built", "copied", "größer als gedacht", "read-only"})
    void itStartsFromItsArchive(String place) throws Exception {
        Image image = place.equals("built") ? BUILT : BUILT.copiedTo(folder.resolve(place));
        if (place.equals("read-only")) {
            withdrawWriting(image);
        }

        for (String[] command : List.of(
                new String[] {"lifeboat", "create", "--database", database()},
                new String[] {"jobmatch", "start", "--no-window", "--database", user + "/jobs.db"})) {
            Path log = user.resolve(command[0] + ".txt");
            ProcessBuilder process = image.program(
                    command[0],
                    user,
                    List.of(command).subList(1, command.length).toArray(String[]::new));
            process.environment().put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=\"" + log + "\"");
            Image.Result result = Image.run(place.equals("read-only") ? Image.unprivileged(process) : process);

            assertThat(result.exitCode()).as(result.output()).isZero();
            List<String> loaded = Files.readAllLines(log);
            assertThat(loaded)
                    .filteredOn(line -> line.contains(" dev.lifeboat.backup.spi.Snapshots source: "))
                    .singleElement()
                    .asString()
                    .contains("shared objects file");
            assertThat(loaded)
                    .filteredOn(line -> line.contains(" picocli.CommandLine") && line.contains("jrt:"))
                    .isEmpty();
        }
    }

    @Test
    void anArchiveThatIsDamagedIsNotMissedByAnybody() throws Exception {
        Image image = BUILT.copiedTo(folder.resolve("damaged"));
        for (Path archive : image.archives()) {
            archive.toFile().setWritable(true);
            try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
                file.setLength(file.length() / 2);
            }
        }

        Image.Result version = Image.run(image.program("lifeboat", user, "--version"));

        assertThat(version.exitCode()).as(version.output()).isZero();
        assertThat(version.output()).startsWith("lifeboat ").doesNotContain("[", "archive", "cache");
    }

    @ParameterizedTest
    @CsvSource({"en, Start with --database FILE", "de, Starten Sie mit --database DATEI"})
    void somebodyWithoutAHomeFolderIsToldSo(String language, String words) throws Exception {
        ProcessBuilder start = BUILT.program("jobmatch", Path.of("/nonexistent"), "start", "--no-window");
        start.environment().keySet().removeIf(variable -> variable.startsWith("XDG_"));
        start.environment().remove("HOME");
        start.environment().put("JDK_JAVA_OPTIONS", "-Duser.language=" + language);
        start.directory(user.toFile());

        Image.Result result = Image.run(Image.unprivileged(start));

        assertThat(result.exitCode()).as(result.output()).isEqualTo(11);
        assertThat(result.output()).contains(words).doesNotContain("Exception", "\tat ");
    }

    private String database() {
        return user.resolve("my.db").toString();
    }

    private static void withdrawWriting(Image image) throws IOException {
        try (Stream<Path> files = Files.walk(image.home())) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isExecutable(file) ? "r-xr-xr-x" : "r--r--r--"));
            }
        }
    }

    private static Path libraryOfJava() {
        return BUILT.home().resolve("lib/libjava.so");
    }

    /** For which processor a library was made, from its header. */
    private static int machineOf(Path library) {
        try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "r")) {
            file.seek(0x12);
            return file.readUnsignedShort();
        } catch (IOException unreadable) {
            throw new AssertionError(library + " cannot be read", unreadable);
        }
    }
}
