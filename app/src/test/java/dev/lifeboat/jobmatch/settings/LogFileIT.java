package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The log where it matters that processes are several, or where the only one ends. */
class LogFileIT {
    private final Logger logger = System.getLogger("dev.lifeboat.jobmatch.Something");

    @TempDir
    private Path folder;

    private Path current;

    @BeforeEach
    void theFileOfTheFirstProcess() {
        current = folder.resolve("jobmatchchecker.0.log");
    }

    @Test
    void saysNothingOnATerminal() throws Exception {
        JavaProcess process = JavaProcess.start(LogWriter.class, folder.toString(), "boom", "0", "end");

        process.end();

        assertThat(process.output().lines()).containsExactly("path " + current, "problem none", "done");
        assertThat(Files.readString(current)).contains("SEVERE LogWriter: boom", "IllegalStateException: trace");
        assertThat(names()).containsExactly("jobmatchchecker.0.log");
    }

    @Test
    void ofASecondProcessIsAnotherFile() throws Exception {
        JavaProcess other = JavaProcess.start(LogWriter.class, folder.toString(), "theirs", "0", "wait");
        other.awaitOutput("done");
        try (LogFile log = LogFile.open(folder)) {
            logger.log(Level.INFO, "ours");

            Path second = folder.resolve("jobmatchchecker.0.log.1");
            assertThat(log.path()).contains(second);
            assertThat(other.output()).contains("path " + current + System.lineSeparator());
            assertThat(Files.readString(second)).contains("ours").doesNotContain("theirs");
            assertThat(Files.readString(current)).contains("theirs").doesNotContain("ours");
        } finally {
            other.kill();
        }
    }

    @Test
    void isTheFirstFileAgainAfterACrashLeftItsLock() throws Exception {
        JavaProcess crashed = JavaProcess.start(LogWriter.class, folder.toString(), "before", "0", "wait");
        crashed.awaitOutput("done");
        crashed.kill();
        assertThat(folder.resolve("jobmatchchecker.0.log.lck")).exists();

        try (LogFile log = LogFile.open(folder)) {
            logger.log(Level.INFO, "after");
            assertThat(log.path()).contains(current);
        }

        assertThat(Files.readString(current)).contains("before", "after");
        assertThat(names()).containsExactly("jobmatchchecker.0.log");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void tellsThatItCouldNotGoOnInsteadOfWritingToTheTerminal() throws Exception {
        List<String> atMost100Blocks = List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh");
        JavaProcess process =
                JavaProcess.startThrough(atMost100Blocks, LogWriter.class, folder.toString(), "full", "500", "end");

        process.end();

        assertThat(process.output().lines()).hasSize(3).contains("path " + current, "done");
        assertThat(process.output()).contains("problem No log is being kept, because " + folder);
        assertThat(Files.size(current)).isBetween(1L, 200_000L);
    }

    @Test
    void saysNothingOnATerminalWithoutALogEither() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        JavaProcess process = JavaProcess.start(LogWriter.class, file.toString(), "boom", "1", "end");

        process.end();
        assertThat(process.output().lines())
                .containsExactly(
                        "path none",
                        "problem No log is being kept, because " + file + " cannot be written: " + file
                                + " is in the way.",
                        "done");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
