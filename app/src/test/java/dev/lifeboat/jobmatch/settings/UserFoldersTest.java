package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/anna").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("/elsewhere").toAbsolutePath();

    @Nested
    class OnLinux {
        @Test
        void areWhereTheSpecificationPutsThemByDefault() {
            UserFolders folders = UserFolders.of(Map.of(), "Linux", HOME);

            assertThat(folders.data()).isEqualTo(HOME.resolve(".local/share/jobmatchchecker"));
            assertThat(folders.settings()).isEqualTo(HOME.resolve(".config/jobmatchchecker"));
            assertThat(folders.state()).isEqualTo(HOME.resolve(".local/state/jobmatchchecker"));
            assertThat(folders.database()).isEqualTo(HOME.resolve(".local/share/jobmatchchecker/jobmatcher.db"));
        }

        @Test
        void followTheVariablesOfTheEnvironment() {
            Map<String, String> environment = Map.of(
                    "XDG_DATA_HOME", ELSEWHERE.resolve("data").toString(),
                    "XDG_CONFIG_HOME", ELSEWHERE.resolve("config").toString(),
                    "XDG_STATE_HOME", ELSEWHERE.resolve("state").toString());

            UserFolders folders = UserFolders.of(environment, "FreeBSD", HOME);

            assertThat(folders.data()).isEqualTo(ELSEWHERE.resolve("data/jobmatchchecker"));
            assertThat(folders.settings()).isEqualTo(ELSEWHERE.resolve("config/jobmatchchecker"));
            assertThat(folders.state()).isEqualTo(ELSEWHERE.resolve("state/jobmatchchecker"));
        }

        @Test
        void ignoreVariablesThatHoldNoAbsolutePath() {
            Map<String, String> environment =
                    Map.of("XDG_DATA_HOME", "", "XDG_CONFIG_HOME", "config", "XDG_STATE_HOME", "no\0path", "HOME", "~");

            UserFolders folders = UserFolders.of(environment, "Linux", HOME);

            assertThat(folders).isEqualTo(UserFolders.of(Map.of(), "Linux", HOME));
        }

        @Test
        void areBelowTheHomeFolderThatTheEnvironmentNames() {
            UserFolders folders = UserFolders.of(Map.of("HOME", ELSEWHERE.toString()), "Linux", HOME);

            assertThat(folders).isEqualTo(UserFolders.of(Map.of(), "Linux", ELSEWHERE));
        }
    }

    @Nested
    class OnMacOs {
        @Test
        void areInTheLibraryAndIgnoreTheVariablesOfOtherSystems() {
            Map<String, String> environment = Map.of("XDG_DATA_HOME", ELSEWHERE.toString());

            UserFolders folders = UserFolders.of(environment, "Mac OS X", HOME);

            Path support = HOME.resolve("Library/Application Support/Job Match Checker");
            assertThat(folders.data()).isEqualTo(support);
            assertThat(folders.settings()).isEqualTo(support);
            assertThat(folders.state()).isEqualTo(HOME.resolve("Library/Logs/Job Match Checker"));
        }
    }

    @Nested
    class OnWindows {
        @Test
        void areWhereTheVariablesSayAndOnlyTheLogStaysOnThisComputer() {
            Map<String, String> environment = Map.of(
                    "APPDATA", ELSEWHERE.resolve("Roaming").toString(),
                    "LOCALAPPDATA", ELSEWHERE.resolve("Local").toString());

            UserFolders folders = UserFolders.of(environment, "Windows 11", HOME);

            assertThat(folders.data()).isEqualTo(ELSEWHERE.resolve("Roaming/Job Match Checker"));
            assertThat(folders.settings()).isEqualTo(ELSEWHERE.resolve("Roaming/Job Match Checker"));
            assertThat(folders.state()).isEqualTo(ELSEWHERE.resolve("Local/Job Match Checker"));
        }

        @Test
        void areInTheUsualFoldersWithoutVariables() {
            UserFolders folders = UserFolders.of(Map.of("APPDATA", ""), "Windows 10", HOME);

            assertThat(folders.data()).isEqualTo(HOME.resolve("AppData/Roaming/Job Match Checker"));
            assertThat(folders.settings()).isEqualTo(HOME.resolve("AppData/Roaming/Job Match Checker"));
            assertThat(folders.state()).isEqualTo(HOME.resolve("AppData/Local/Job Match Checker"));
        }
    }

    @Test
    void areAbsoluteAlsoWhereJavaFindsNoHomeFolder() {
        assertThat(UserFolders.of(Map.of(), "Linux", Path.of("?")).data()).isAbsolute();
    }

    @Test
    void ofThisUserAreAbsolute() {
        assertThat(UserFolders.ofThisUser().data()).isAbsolute();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void dataFolderIsCreatedForItsOwnerOnly(@TempDir Path home) throws Exception {
        UserFolders folders = UserFolders.of(Map.of(), "Linux", home);

        folders.createDataFolder();
        folders.createDataFolder();

        assertThat(mode(folders.data())).isEqualTo("rwx------");
        assertThat(mode(home.resolve(".local"))).isEqualTo("rwx------");
        assertThat(folders.settings()).doesNotExist();
        assertThat(folders.state()).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void dataFolderThatIsThereKeepsItsPermissions(@TempDir Path home) throws Exception {
        UserFolders folders = UserFolders.of(Map.of(), "Linux", home);
        Files.createDirectories(folders.data());
        Files.setPosixFilePermissions(folders.data(), PosixFilePermissions.fromString("rwxr-x---"));

        folders.createDataFolder();

        assertThat(mode(folders.data())).isEqualTo("rwxr-x---");
    }

    @Test
    void dataFolderThatCannotBeCreatedIsNamedInBothLanguages(@TempDir Path home) throws IOException {
        UserFolders folders = UserFolders.of(Map.of(), "Linux", home);
        Path file = Files.createFile(home.resolve(".local"));

        assertThatThrownBy(folders::createDataFolder)
                .isInstanceOfSatisfying(UserFileException.class, failure -> {
                    assertThat(failure.message(Locale.US))
                            .startsWith("The folder " + folders.data() + " could not be created: " + file
                                    + " is in the way.");
                    assertThat(failure.message(Locale.GERMANY))
                            .startsWith("Der Ordner " + folders.data() + " konnte nicht angelegt werden: " + file
                                    + " ist im Weg.");
                })
                .hasCauseInstanceOf(IOException.class);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
