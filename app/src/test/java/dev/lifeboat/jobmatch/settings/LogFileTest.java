package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LogFileTest {
    private final Logger logger = System.getLogger("dev.lifeboat.jobmatch.Something");
    private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
    private final Handler[] before = root.getHandlers();
    private final java.util.logging.Level levelBefore = root.getLevel();

    @TempDir
    private Path temp;

    private Path folder;
    private Path current;

    @BeforeEach
    void aFolderThatDoesNotExistYet() {
        folder = temp.resolve("state/jobmatchchecker");
        current = folder.resolve("jobmatchchecker.0.log");
    }

    @AfterEach
    void loggingIsAsItWas() {
        assertThat(root.getHandlers()).containsExactly(before);
        assertThat(root.getLevel()).isEqualTo(levelBefore);
    }

    @Test
    void holdsOneLineForEachRecordFromInfoOn() throws IOException {
        try (LogFile log = LogFile.open(folder)) {
            logger.log(Level.DEBUG, "detail");
            logger.log(Level.INFO, "Bücher gesichert");
            logger.log(Level.WARNING, "watch out");

            assertThat(log.path()).contains(current);
            assertThat(log.problem()).isEmpty();
        }

        List<String> lines = Files.readAllLines(current, StandardCharsets.UTF_8);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .endsWith(" INFO LogFile: Logging begins in process "
                        + ProcessHandle.current().pid());
        assertThat(lines.get(1)).endsWith(" INFO Something: Bücher gesichert");
        assertThat(lines.get(2)).endsWith(" WARNING Something: watch out");
        assertThat(lines).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-].*"));
    }

    @Test
    void goesOnWhereItEnded() throws IOException {
        try (LogFile first = LogFile.open(folder)) {
            logger.log(Level.INFO, "first");
            assertThat(first.path()).isPresent();
        }

        try (LogFile second = LogFile.open(folder)) {
            logger.log(Level.INFO, "second");
            assertThat(second.path()).contains(current);
        }

        assertThat(Files.readString(current)).contains("first", "second");
        assertThat(names()).containsExactly("jobmatchchecker.0.log");
    }

    @Test
    void takesThePlaceOfTheTerminalAndGivesItBack() {
        try (LogFile log = LogFile.open(folder)) {
            assertThat(root.getHandlers()).hasSize(1).doesNotContain(before);

            log.close();
            assertThat(root.getHandlers()).containsExactly(before);
        }
    }

    @Test
    void keepsFiveFilesOfOneMegabyte() throws IOException {
        try (LogFile log = LogFile.open(folder)) {
            for (int i = 0; i < 6500; i++) {
                logger.log(Level.INFO, "record " + i + " " + "x".repeat(1000));
            }
            assertThat(log.path()).contains(current);
            assertThat(log.problem()).isEmpty();
        }

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "jobmatchchecker.0.log",
                        "jobmatchchecker.1.log",
                        "jobmatchchecker.2.log",
                        "jobmatchchecker.3.log",
                        "jobmatchchecker.4.log");
        for (String name : names()) {
            assertThat(Files.size(folder.resolve(name))).as(name).isLessThan(LogFile.MAX_BYTES + 2000L);
        }
        assertThat(Files.readString(current)).contains("record 6499 ");
        assertThat(Files.readString(folder.resolve("jobmatchchecker.4.log")))
                .doesNotContain("record 0 ")
                .contains("record 2000 ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void isForItsOwnerOnlyAlsoAfterARotation() throws IOException {
        try (LogFile log = LogFile.open(folder)) {
            assertThat(mode(folder)).isEqualTo("rwx------");
            assertThat(log.path())
                    .hasValueSatisfying(file -> assertThat(mode(file)).isEqualTo("rw-------"));

            for (int i = 0; i < 1100; i++) {
                logger.log(Level.INFO, "x".repeat(1000));
            }

            assertThat(names()).contains("jobmatchchecker.1.log");
            for (String name : names()) {
                assertThat(mode(folder.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void isFoundWhenItsFirstLineFillsTheFile() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(current, "x".repeat(LogFile.MAX_BYTES - 10));

        try (LogFile log = LogFile.open(folder)) {
            assertThat(log.path()).contains(current);
            logger.log(Level.INFO, "after");
        }

        assertThat(Files.readString(current)).contains("after").doesNotContain("xxx");
    }

    @Test
    void isFoundInAFolderWithPercentSigns() {
        folder = temp.resolve("100%h %g");

        try (LogFile log = LogFile.open(folder)) {
            assertThat(log.path()).contains(folder.resolve("jobmatchchecker.0.log"));
        }
    }

    @Test
    void isMissingWithAReasonWhereAFileIsInPlaceOfTheFolder() throws Exception {
        Files.createDirectories(folder.getParent());
        Files.createFile(folder);

        try (LogFile log = LogFile.open(folder)) {
            logger.log(Level.ERROR, "goes nowhere", new IllegalStateException());

            assertThat(log.path()).isEmpty();
            assertThat(log.problem()).hasValueSatisfying(problem -> {
                assertThat(problem.in(Locale.US))
                        .isEqualTo("No log is being kept, because " + folder + " cannot be written: " + folder
                                + " is in the way.");
                assertThat(problem.in(Locale.GERMANY))
                        .isEqualTo("Es wird kein Protokoll geführt, weil " + folder + " nicht geschrieben werden kann: "
                                + folder + " ist im Weg.");
            });
        }
    }

    @Test
    void isMissingWhereAFolderHasItsName() throws IOException {
        Files.createDirectories(current);

        try (LogFile log = LogFile.open(folder)) {
            assertThat(log.path()).isEmpty();
            assertThat(log.problem())
                    .hasValueSatisfying(problem ->
                            assertThat(problem.in(Locale.US)).endsWith(": " + current + " is no regular file."));
        }

        assertThat(names()).containsExactly("jobmatchchecker.0.log");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such pipes")
    void doesNotWaitForAPipe() throws Exception {
        Files.createDirectories(folder);
        assertThat(new ProcessBuilder("mkfifo", current.toString()).start().waitFor())
                .isZero();

        try (LogFile log = LogFile.open(folder)) {
            assertThat(log.path()).isEmpty();
            assertThat(log.problem()).isPresent();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
    void doesNotMindThatAnOlderFileIsGoneWhenItLooks() throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("jobmatchchecker.3.log"), temp.resolve("nowhere"));

        try (LogFile log = LogFile.open(folder)) {
            assertThat(log.path()).contains(current);
            assertThat(log.problem()).isEmpty();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
