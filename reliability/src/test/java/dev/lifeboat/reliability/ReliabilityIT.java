package dev.lifeboat.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The product as it was built, when things go wrong that can. */
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "there is no LD_PRELOAD elsewhere")
class ReliabilityIT {
    private static final Path CLONE = Path.of(System.getProperty("clone"));

    @TempDir
    Path folder;

    @BeforeEach
    void needsACompiler() {
        boolean compiler =
                Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "gcc")));
        assumeTrue(compiler, "gcc compiles the library that spoils file operations");
    }

    @Test
    void everyCallThatChangesAFileIsCounted() throws Exception {
        assertThat(run("counting")).contains("all of them counted: ");
    }

    @Test
    void nothingIsLostWhenEverySeventhFileOperationIsTheLast() throws Exception {
        assertThat(run("sweep")).contains("CREATE", "RESTORE_DESTROYED", "RECOVER");
    }

    @Test
    void nothingIsLostWhenThePowerFails() throws Exception {
        assertThat(run("power")).contains("CREATE", "RESTORE_DESTROYED", "RECOVER");
    }

    @Test
    void brokenBuildsAreFoundOut() throws Exception {
        assertThat(run("mutants")).contains("folders are not forced");
    }

    @Test
    void hostileFilesAreRefusedWithACode() throws Exception {
        assertThat(run("hostile")).contains("800 cases");
    }

    @Test
    void nothingIsLostWhenTheFolderOrTheDiskChanges() throws Exception {
        assertThat(run("ground")).contains("folder MOVED", "erofs-on");
    }

    @Test
    void nothingIsLostWhenTheClockJumps() throws Exception {
        assertThat(run("clock")).contains("autumn", "within one second");
    }

    /** Alone, because who waits too long for a lock gives up. */
    @Test
    @ResourceLock(Resources.GLOBAL)
    void everythingAtOnceIsAsIfOneAfterTheOther() throws Exception {
        assertThat(run("together")).contains("mode WAL", "mode DELETE");
    }

    @Test
    void nothingGrowsOverManyCycles() throws Exception {
        assertThat(run("endurance")).contains("after 150 cycles");
    }

    /** Runs a topic in a process of its own, which finds no violation, and gives what it printed. */
    private String run(String topic) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                CLONE.resolve("jlink/target/modules") + ":" + CLONE.resolve("reliability/target/classes"),
                "--add-modules",
                "dev.lifeboat.backup.sqlite",
                "--module",
                "dev.lifeboat.reliability/dev.lifeboat.reliability.Reliability",
                CLONE.resolve("reliability/src/main/c").toString(),
                folder.resolve("trials").toString(),
                topic);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("0 violations\n");
        return output;
    }
}
