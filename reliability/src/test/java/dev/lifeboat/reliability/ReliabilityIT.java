package dev.lifeboat.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The product as it was built, when things go wrong that can. */
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "there is no LD_PRELOAD elsewhere")
class ReliabilityIT {
    @TempDir
    Path folder;

    @Test
    void everyCallThatChangesAFileIsCounted() throws Exception {
        assertThat(trials().run("counting")).contains("all of them counted: ");
    }

    @Test
    void nothingIsLostWhenEverySeventhFileOperationIsTheLast() throws Exception {
        assertThat(trials().run("sweep")).contains("CREATE", "RESTORE_DESTROYED", "RECOVER");
    }

    @Test
    void nothingIsLostWhenThePowerFails() throws Exception {
        assertThat(trials().run("power")).contains("CREATE", "RESTORE_DESTROYED", "RECOVER");
    }

    @Test
    void brokenBuildsAreFoundOut() throws Exception {
        assertThat(trials().run("mutants")).contains("folders are not forced");
    }

    @Test
    void hostileFilesAreRefusedWithACode() throws Exception {
        assertThat(trials().run("hostile")).contains("800 cases");
    }

    @Test
    void nothingIsLostWhenTheFolderOrTheDiskChanges() throws Exception {
        assertThat(trials().run("ground")).contains("folder MOVED", "erofs-on");
    }

    @Test
    void nothingIsLostWhenTheClockJumps() throws Exception {
        assertThat(trials().run("clock")).contains("autumn", "within one second");
    }

    @Test
    void nothingGrowsOverManyCycles() throws Exception {
        assertThat(trials().run("endurance")).contains("after 150 cycles");
    }

    private Trials trials() {
        return new Trials(folder);
    }
}
