package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileIT {
    private static final int OFTEN = 50;

    @Test
    @Timeout(120)
    void twoProcessesThatSaveAtOnceLeaveTheSettingsOfOneWhole(@TempDir Path temp) throws Exception {
        Path folder = temp.resolve("settings");
        Path stop = temp.resolve("stop");
        SettingsFile file = new SettingsFile(folder);
        Settings small = SettingsWriter.settings(1);
        Settings large = SettingsWriter.settings(300);
        file.save(small);

        JavaProcess one = JavaProcess.start(SettingsWriter.class, folder.toString(), "1", stop.toString());
        JavaProcess other = JavaProcess.start(SettingsWriter.class, folder.toString(), "300", stop.toString());
        one.awaitOutput("ready");
        other.awaitOutput("ready");
        int smallAfterLarge = 0;
        Settings last = small;
        try {
            while (smallAfterLarge < OFTEN && one.isAlive() && other.isAlive()) {
                LoadedSettings loaded = file.load();
                assertThat(loaded.notices()).isEmpty();
                assertThat(loaded.settings()).isIn(small, large);
                smallAfterLarge += last.equals(large) && loaded.settings().equals(small) ? 1 : 0;
                last = loaded.settings();
            }
        } finally {
            Files.createFile(stop);
        }
        one.end();
        other.end();

        assertThat(one.output().lines()).containsExactly("ready");
        assertThat(other.output().lines()).containsExactly("ready");
        assertThat(smallAfterLarge).isEqualTo(OFTEN);
        assertThat(file.load().settings()).isIn(small, large);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no ulimit")
    void aDiskThatFillsUpLeavesTheOldSettingsAndNothingElse(@TempDir Path folder) throws Exception {
        SettingsFile file = new SettingsFile(folder);
        file.save(SettingsWriter.settings(1));
        List<String> atMostEightBlocks = List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");

        JavaProcess process = JavaProcess.startThrough(
                atMostEightBlocks, SettingsWriter.class, folder.toString(), "300", folder.toString());

        process.end();
        assertThat(process.output()).contains("The settings could not be saved in " + file.path() + ": ");
        assertThat(file.load()).isEqualTo(new LoadedSettings(SettingsWriter.settings(1), List.of()));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }
}
