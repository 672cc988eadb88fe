package dev.lifeboat.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lifeboat as others get it: the libraries as artifacts of Maven, the guide to a provider of one's own followed word by
 * word, and the sample application.
 */
class PublishingIT {
    private static final Path CLONE = Path.of(System.getProperty("clone"));
    private static final Path IMAGE = Path.of(System.getProperty("image"));

    @TempDir
    static Path work;

    @BeforeAll
    static void installTheLibraries() throws Exception {
        Repository.install();
    }

    @Nested
    class TheLibraries {
        @Test
        void haveSourcesAndJavadoc() throws IOException {
            for (String library : Repository.LIBRARIES) {
                assertThat(entries(library, ".jar")).as(library).contains("module-info.class");
                assertThat(entries(library, "-sources.jar")).as(library).contains("module-info.java");
                assertThat(entries(library, "-javadoc.jar")).as(library).contains("index.html");
            }
        }

        @Test
        void sayWhatAPublishedArtifactHasToSay() throws IOException {
            String parent = Files.readString(Repository.file("lifeboat", ".pom"));
            assertThat(parent).contains("<license>", "<developer>", "<name>", "<description>");
            for (String library : Repository.LIBRARIES) {
                assertThat(Files.readString(Repository.file(library, ".pom")))
                        .as(library)
                        .contains("<parent>", "<name>", "<description>");
            }
        }

        private static List<String> entries(String library, String suffix) throws IOException {
            try (JarFile jar = new JarFile(Repository.file(library, suffix).toFile());
                    Stream<String> names = jar.stream().map(entry -> entry.getName())) {
                return names.toList();
            }
        }
    }

    /** Follows the guide once; what each of its chapters has printed is looked at by the tests. */
    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class AProviderMadeByTheGuide {
        private final Path project = work.resolve("vacuum");
        private final Path image = work.resolve("an installed image");
        private Map<String, String> printed;
        private Shell shell;

        @BeforeAll
        void followTheGuide() throws Exception {
            Guide guide = new Guide(CLONE.resolve("docs/providers.md"));
            guide.extractTo(Files.createDirectory(project));
            Repository.configureOffline(project);
            copy(IMAGE, image);
            shell = new Shell(project).with("LIFEBOAT", CLONE.toString()).with("IMAGE", image.toString());
            Map<String, String> commands = guide.commands();
            printed = new TreeMap<>();
            for (String chapter : List.of(
                    "The conformance suite",
                    "On the module path",
                    "In an installed image",
                    "In an image of your own")) {
                assertThat(commands).containsKey(chapter);
                printed.put(chapter, shell.succeeding(commands.get(chapter)));
            }
        }

        @Test
        void passesTheConformanceSuite() {
            assertThat(printed.get("The conformance suite"))
                    .containsPattern(Pattern.compile("Tests run: 2\\d\\d, Failures: 0, Errors: 0, Skipped: 0\n"))
                    .doesNotContain("WARNING] Tests");
        }

        @Test
        void isFoundOnTheModulePath() {
            assertThat(printed.get("On the module path"))
                    .containsPattern("(?m)^vacuum .* 1\\.0 +com\\.example\\.vacuum +built in$")
                    .containsPattern("(?m)^sqlite .* built in$");
        }

        @Test
        void isLoadedFromTheFolderOfPlugins() {
            assertThat(printed.get("In an installed image"))
                    .containsPattern("(?m)^vacuum .* 1\\.0 +com\\.example\\.vacuum +"
                            + Pattern.quote(
                                    image.resolve("plugins/vacuum-1.0.jar").toString()) + "$")
                    .contains("Backup created and verified");
        }

        @Test
        void isTheOnlyOneInAnImageThatWasLinkedWithItAlone() throws Exception {
            assertThat(printed.get("In an image of your own"))
                    .containsPattern("(?m)^vacuum .* built in$")
                    .doesNotContain("dev.lifeboat.backup.sqlite")
                    .contains("Backup created and verified");

            Shell.Result refused =
                    shell.script("my-image/bin/java --module dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main"
                            + " lifeboat create --database my.db --provider sqlite");

            assertThat(refused.exitCode()).isEqualTo(24);
            assertThat(refused.output()).contains("There is no backup provider “sqlite”. Installed: vacuum.");
        }

        @Test
        void bringsABackupBack() throws Exception {
            String output = shell.succeeding("""
                    sqlite3 notes.db "CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('before')"
                    "$IMAGE/bin/lifeboat" create --database notes.db --backups b --provider vacuum
                    sqlite3 notes.db "UPDATE note SET text = 'after'"
                    "$IMAGE/bin/lifeboat" restore "$(cd b && ls backup_*.db)" --yes --database notes.db --backups b \\
                        --provider vacuum
                    sqlite3 notes.db "SELECT text FROM note"
                    """);

            assertThat(output).endsWith("\nbefore\n");
        }

        @Test
        void looksAfterTheDatabaseOfTheApplication() throws Exception {
            Path home = Files.createDirectory(work.resolve("home"));
            for (String place : List.of("DATA", "CONFIG", "STATE")) {
                shell.with("XDG_" + place + "_HOME", home.toString());
            }

            String output = shell.succeeding("\"$IMAGE/bin/jobmatch\" start --no-window --provider vacuum --demo 5");

            assertThat(output).contains("The database was created", "A backup was made");
        }

        @Test
        void isRefusedWhenItIsThereTwiceAndBothFilesAreNamed() throws Exception {
            Shell.Result refused = shell.script("""
                    mkdir twice
                    cp target/vacuum-1.0.jar twice/a.jar
                    cp target/vacuum-1.0.jar twice/b.jar
                    "$IMAGE/bin/lifeboat" create --database my.db --provider vacuum --plugins twice
                    """);

            assertThat(refused.exitCode()).isEqualTo(24);
            assertThat(refused.output())
                    .contains(project.resolve("twice/a.jar").toString())
                    .contains(project.resolve("twice/b.jar").toString());
        }

        /** As a module, and as jars declared their services before there were modules. */
        @Test
        void isLoadedFromNowhereElse() throws Exception {
            String listed = shell.succeeding("""
                    mkdir -p elsewhere/plugins elsewhere/services/META-INF/services
                    cp -r target/classes/com elsewhere/services/
                    echo com.example.vacuum.VacuumProvider \\
                        > elsewhere/services/META-INF/services/dev.lifeboat.backup.spi.BackupProvider
                    "$JAVA_HOME/bin/jar" --create --file elsewhere/plain.jar -C elsewhere/services .
                    cp target/vacuum-1.0.jar elsewhere/
                    cp target/vacuum-1.0.jar elsewhere/plugins/
                    cd elsewhere
                    HOME=$PWD CLASSPATH=$PWD/vacuum-1.0.jar:$PWD/plain.jar "$IMAGE/bin/lifeboat" providers \\
                        --plugins services/META-INF --json
                    """);

            assertThat(listed).contains("\"id\":\"sqlite\"").doesNotContain("\"id\":\"vacuum\"");
        }
    }

    /** The application in {@code sample}, which embeds the panel, the provider and the migrator. */
    @Nested
    class TheSampleApplication {
        private static final int MOST_LINES = 60;

        @Test
        @Timeout(120)
        void isShortAndMigratesAndBacksUpWhenAKeyIsPressed() throws Exception {
            Path sample = work.resolve("sample");
            copy(CLONE.resolve("sample/src"), sample.resolve("src"));
            Files.copy(CLONE.resolve("sample/pom.xml"), sample.resolve("pom.xml"));
            Repository.configureOffline(sample);
            Shell shell = new Shell(sample).with("LIFEBOAT", CLONE.toString());
            assertThat(Files.readAllLines(sample.resolve("src/main/java/com/example/notebook/Notebook.java")))
                    .hasSizeLessThan(MOST_LINES);

            shell.succeeding("\"$LIFEBOAT/mvnw\" package");
            Process window = shell.start(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--module-path",
                    "target/notebook-1.0.jar:target/modules",
                    "--module",
                    "com.example.notebook/com.example.notebook.Notebook",
                    "notes.db"));
            try {
                pressUntilThereIsABackup(window, sample.resolve("backups"));
            } finally {
                window.destroy();
                window.waitFor();
            }

            assertThat(shell.succeeding("sqlite3 backups/backup_*.db .tables | head -1"))
                    .contains("flyway_schema_history", "note");
        }

        private static void pressUntilThereIsABackup(Process window, Path backups)
                throws AWTException, InterruptedException, IOException {
            Robot robot = new Robot();
            while (!hasBackup(backups)) {
                assertThat(window.isAlive()).as("the sample application runs").isTrue();
                robot.keyPress(KeyEvent.VK_CONTROL);
                robot.keyPress(KeyEvent.VK_B);
                robot.keyRelease(KeyEvent.VK_B);
                robot.keyRelease(KeyEvent.VK_CONTROL);
                window.waitFor(500, TimeUnit.MILLISECONDS);
            }
        }

        private static boolean hasBackup(Path backups) throws IOException {
            if (!Files.isDirectory(backups)) {
                return false;
            }
            try (Stream<Path> files = Files.list(backups)) {
                return files.anyMatch(file -> file.getFileName().toString().matches("backup_.*[0-9]\\.db"));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
