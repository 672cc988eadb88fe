package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Folders and files that the user may not read or write: the application goes on and says which. */
@EnabledOnOs(OS.LINUX)
class UserFilesPermissionIT {
    @TempDir
    private Path folder;

    private Path settings;

    @BeforeEach
    void savedSettings() throws Exception {
        new SettingsFile(folder).save(Settings.DEFAULT.withRetentionDays(5));
        settings = folder.resolve(SettingsFile.NAME);
    }

    @AfterEach
    void allowEverything() throws IOException {
        allow(folder, "rwx------");
    }

    @Test
    void settingsInAReadOnlyFolderAreReadButNotSaved() throws Exception {
        String before = Files.readString(settings);
        allow(folder, "r-xr-xr-x");

        JavaProcess process = JavaProcess.startWithoutPrivileges(SettingsWriter.class, folder.toString(), "90", "/");

        process.end();
        assertThat(process.output().lines())
                .containsExactly("ready", "The settings could not be saved in " + settings + ": access is denied.");
        assertThat(settings).hasContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void settingsThatMayNotBeReadAreKeptAside() throws Exception {
        String before = Files.readString(settings);
        allow(settings, "---------");

        JavaProcess process = JavaProcess.startWithoutPrivileges(SettingsWriter.class, folder.toString(), "90", "/");

        process.end();
        assertThat(process.output().lines())
                .containsExactly(
                        settings + " cannot be read: access is denied. The default settings are used."
                                + " The file is kept as settings.json.unreadable when settings are saved.",
                        "ready");
        Path aside = folder.resolve("settings.json.unreadable");
        allow(aside, "rw-------");
        assertThat(aside).hasContent(before);
        assertThat(new SettingsFile(folder).load().settings().retentionDays()).isEqualTo(90);
    }

    @Test
    void settingsInAFolderThatMayNotBeEnteredAreNotTakenForMissing() throws Exception {
        allow(folder, "---------");

        JavaProcess process = JavaProcess.startWithoutPrivileges(SettingsWriter.class, folder.toString(), "90", "/");

        process.end();
        assertThat(process.output()).startsWith(settings + " cannot be read: access is denied.");
    }

    @Test
    void theApplicationRunsWithoutALogInAReadOnlyFolder() throws Exception {
        allow(folder, "r-xr-xr-x");

        JavaProcess process =
                JavaProcess.startWithoutPrivileges(LogWriter.class, folder.toString(), "boom", "1", "end");

        process.end();
        assertThat(process.output().lines())
                .containsExactly(
                        "path none",
                        "problem No log is being kept, because " + folder + " cannot be written: access is denied.",
                        "done");
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
