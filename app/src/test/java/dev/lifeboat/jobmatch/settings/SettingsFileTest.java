package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SettingsFileTest {
    private static final Settings CHOSEN = Settings.DEFAULT
            .withBackupFolder(Optional.of(Path.of("/backups/Bücher \"x\"").toAbsolutePath()))
            .withRetentionDays(90)
            .withAutomaticBackupDays(0)
            .withLanguage(Language.GERMAN)
            .withTheme(Theme.DARK)
            .withProvider(Optional.of("sqlite"));

    @TempDir
    private Path temp;

    private Path folder;
    private Path path;
    private Path aside;
    private SettingsFile file;

    @BeforeEach
    void aFolderThatDoesNotExistYet() {
        folder = temp.resolve("config/jobmatchchecker");
        path = folder.resolve("settings.json");
        aside = folder.resolve("settings.json.unreadable");
        file = new SettingsFile(folder);
    }

    @Nested
    class Load {
        @Test
        void findsWhatWasSaved() throws Exception {
            file.save(CHOSEN);

            LoadedSettings loaded = new SettingsFile(folder).load();

            assertThat(loaded.settings()).isEqualTo(CHOSEN);
            assertThat(loaded.notices()).isEmpty();
        }

        @Test
        void findsTheDefaultsWithoutAFileAndCreatesNothing() {
            LoadedSettings loaded = file.load();

            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(loaded.notices()).isEmpty();
            assertThat(temp).isEmptyDirectory();
        }

        @Test
        void understandsWhatPeopleWrite() throws IOException {
            write("\uFEFF{\"theme\":\"Dark\",\n\t\"provider\": null, \"backupFolder\": null }");

            LoadedSettings loaded = file.load();

            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.withTheme(Theme.DARK));
            assertThat(loaded.notices()).isEmpty();
        }

        @Test
        void replacesEachUnusableValueByItsDefaultAndKeepsTheOthers() throws IOException {
            write("{\"retentionDays\": 0, \"automaticBackupDays\": 3, \"theme\": \"pink\", \"provider\": \"sqlite\"}");

            LoadedSettings loaded = file.load();

            assertThat(loaded.settings())
                    .isEqualTo(Settings.DEFAULT.withAutomaticBackupDays(3).withProvider(Optional.of("sqlite")));
            assertThat(inEnglish(loaded))
                    .containsExactly(
                            "The setting retentionDays in " + path + " cannot be 0. Its default is used.",
                            "The setting theme in " + path + " cannot be \"pink\". Its default is used.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"retentionDays\": 3651",
                    "\"retentionDays\": -1",
                    "\"retentionDays\": 30.5",
                    "\"retentionDays\": 1e2",
                    "\"retentionDays\": 99999999999999999999",
                    "\"retentionDays\": \"30\"",
                    "\"retentionDays\": null",
                    "\"automaticBackupDays\": 366",
                    "\"automaticBackupDays\": [1]",
                    "\"automaticBackupDays\": true",
                    "\"backupFolder\": \"relative\"",
                    "\"backupFolder\": \"\"",
                    "\"backupFolder\": \"/no\\u0000path\"",
                    "\"backupFolder\": {\"path\": \"/x\"}",
                    "\"language\": \"klingon\"",
                    "\"language\": 1",
                    "\"theme\": null",
                    "\"provider\": \"\"",
                    "\"provider\": []"
                })
        void notesAValueThatCannotBeUsed(String member) throws IOException {
            write("{" + member + "}");

            LoadedSettings loaded = file.load();

            String key = member.substring(1, member.indexOf('"', 1));
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(inEnglish(loaded))
                    .singleElement()
                    .asString()
                    .startsWith("The setting " + key + " in " + path + " cannot be ");
        }

        @Test
        void shortensALongValueInItsNotice() throws IOException {
            write("{\"theme\": \"" + "x".repeat(10_000) + "\"}");

            assertThat(inEnglish(file.load()))
                    .singleElement()
                    .asString()
                    .contains("xxx…")
                    .hasSizeLessThan(400);
        }

        @Test
        void speaksGermanToo() throws IOException {
            write("{\"retentionDays\": 9999}");

            assertThat(file.load().notices().get(0).in(Locale.GERMANY))
                    .isEqualTo("Die Einstellung retentionDays in " + path
                            + " kann nicht 9999 sein. Ihr Standardwert wird benutzt.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "null",
                    "retentionDays=30",
                    "{\"theme\": \"dark\"} x",
                    "{\"theme\": \"dark\", \"theme\": \"light\"}",
                    "{'theme': 'dark'}",
                    "{\"a\": NaN}",
                    "{\"theme\": \"dark\"",
                    "\0\0\0\0"
                })
        void findsTheDefaultsInGarbageAndSaysSo(String garbage) throws IOException {
            write(garbage);

            assertDefaultsWithOneNotice("does not hold settings that can be understood");
            assertThat(path).hasContent(garbage);
        }

        @Test
        void findsTheDefaultsInBytesThatAreNoText() throws IOException {
            write("");
            Files.write(path, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});

            assertDefaultsWithOneNotice("does not hold settings that can be understood");
        }

        @Test
        void findsTheDefaultsInBottomlessNesting() throws IOException {
            write("{\"a\":" + "[".repeat(400_000));

            assertDefaultsWithOneNotice("does not hold settings that can be understood");
        }

        @Test
        void findsTheDefaultsInAFileThatIsTooLarge() throws IOException {
            write("{\"theme\": \"dark\"}" + " ".repeat(SettingsFile.MAX_BYTES));

            assertDefaultsWithOneNotice("holds more than 1 MB");
        }

        @Test
        void readsAFileOfExactlyTheLargestSize() throws IOException {
            String text = "{\"theme\": \"dark\"}";
            write(text + " ".repeat(SettingsFile.MAX_BYTES - text.length()));

            assertThat(file.load().settings().theme()).isEqualTo(Theme.DARK);
        }

        @Test
        void findsTheDefaultsInAFolder() throws IOException {
            Files.createDirectories(path);

            assertDefaultsWithOneNotice("is no regular file");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such pipes")
        void doesNotWaitForAPipe() throws Exception {
            pipe();

            assertDefaultsWithOneNotice("is no regular file");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
        void findsTheDefaultsBehindADanglingLinkAndALoop() throws IOException {
            Files.createDirectories(folder);
            Files.createSymbolicLink(path, temp.resolve("nowhere"));
            assertDefaultsWithOneNotice("is a link to a file that does not exist");

            Files.delete(path);
            Files.createSymbolicLink(path, path);
            assertDefaultsWithOneNotice("is a link to a file that does not exist");
        }

        @Test
        void saysThatAFileInPlaceOfTheFolderHidesTheSettings() throws IOException {
            Files.createDirectories(folder.getParent());
            Files.createFile(folder);

            assertDefaultsWithOneNotice("cannot be read: " + folder + " is in the way.");
        }

        private void assertDefaultsWithOneNotice(String words) {
            LoadedSettings loaded = file.load();

            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(inEnglish(loaded))
                    .singleElement()
                    .asString()
                    .startsWith(path + " ")
                    .contains(words)
                    .contains("default");
        }
    }

    @Nested
    class Save {
        @Test
        void writesOneReadableObject() throws Exception {
            file.save(CHOSEN.withBackupFolder(Optional.empty()));

            assertThat(path).hasContent("""
                            {
                              "retentionDays": 90,
                              "automaticBackupDays": 0,
                              "language": "german",
                              "theme": "dark",
                              "provider": "sqlite"
                            }
                            """);
            assertThat(names()).containsExactly("settings.json");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
        void isForItsOwnerOnly() throws Exception {
            file.save(CHOSEN);
            assertThat(mode(folder)).isEqualTo("rwx------");
            assertThat(mode(path)).isEqualTo("rw-------");

            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
            file.save(CHOSEN);
            assertThat(mode(path)).isEqualTo("rw-------");
        }

        @Test
        void keepsWhatANewerVersionWrote() throws Exception {
            write("{\"window\": {\"size\": [1.50, 1e400, 12345678901234567890], \"on\": true, \"name\": null},"
                    + " \"theme\": \"light\", \"\": \"ü\\n\"}");

            file.save(CHOSEN);
            file.save(Settings.DEFAULT);

            assertThat(Files.readString(path))
                    .contains("\"window\": {\"size\":[1.50,1e400,12345678901234567890],\"on\":true,\"name\":null}")
                    .contains("\"\": \"ü\\n\"")
                    .containsOnlyOnce("\"theme\"");
            assertThat(file.load()).isEqualTo(new LoadedSettings(Settings.DEFAULT, List.of()));
            assertThat(aside).doesNotExist();
        }

        @Test
        void keepsGarbageAside() throws Exception {
            write("garbage");

            file.save(CHOSEN);

            assertThat(file.load()).isEqualTo(new LoadedSettings(CHOSEN, List.of()));
            assertThat(aside).hasContent("garbage");
            assertThat(names()).containsExactlyInAnyOrder("settings.json", "settings.json.unreadable");
        }

        @Test
        void keepsTheLatestGarbageAside() throws Exception {
            write("first");
            file.save(CHOSEN);
            write("second");
            file.save(CHOSEN);

            assertThat(aside).hasContent("second");
        }

        @Test
        void keepsAFileThatIsTooLargeAside() throws Exception {
            write(" ".repeat(SettingsFile.MAX_BYTES + 1));

            file.save(CHOSEN);

            assertThat(file.load().settings()).isEqualTo(CHOSEN);
            assertThat(aside).hasSize(SettingsFile.MAX_BYTES + 1L);
        }

        @Test
        void keepsAFolderAsideWithWhatIsInIt() throws Exception {
            Files.createDirectories(path);
            Files.writeString(path.resolve("letter"), "dear");

            file.save(CHOSEN);

            assertThat(file.load().settings()).isEqualTo(CHOSEN);
            assertThat(aside.resolve("letter")).hasContent("dear");
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such pipes")
        void keepsAPipeAside() throws Exception {
            pipe();

            file.save(CHOSEN);

            assertThat(file.load().settings()).isEqualTo(CHOSEN);
            assertThat(Files.exists(aside)).isTrue();
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
        void keepsADanglingLinkAside() throws Exception {
            Files.createDirectories(folder);
            Files.createSymbolicLink(path, temp.resolve("nowhere"));

            file.save(CHOSEN);

            assertThat(file.load().settings()).isEqualTo(CHOSEN);
            assertThat(Files.isSymbolicLink(aside)).isTrue();
            assertThat(temp.resolve("nowhere")).doesNotExist();
        }

        @Test
        @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege")
        void writesToWhereALinkLeads() throws Exception {
            Path dotfiles = Files.createDirectory(temp.resolve("dotfiles"));
            Files.createDirectories(folder);
            Files.writeString(dotfiles.resolve("mine.json"), "{}");
            Files.createSymbolicLink(path, dotfiles.resolve("mine.json"));

            file.save(CHOSEN);

            assertThat(Files.isSymbolicLink(path)).isTrue();
            assertThat(Files.readString(dotfiles.resolve("mine.json"))).contains("\"retentionDays\": 90");
            assertThat(dotfiles).isDirectoryNotContaining("glob:**.tmp");
        }

        @Test
        void removesWhatACrashLeftAndNothingYounger() throws Exception {
            Files.createDirectories(folder);
            Path old = Files.createFile(folder.resolve("settings.json.1234.tmp"));
            Path young = Files.createFile(folder.resolve("settings.json.5678.tmp"));
            FileTime twoDaysAgo =
                    FileTime.from(Files.getLastModifiedTime(young).toInstant().minus(Duration.ofDays(2)));
            Files.setLastModifiedTime(old, twoDaysAgo);

            file.save(CHOSEN);

            assertThat(old).doesNotExist();
            assertThat(young).exists();
        }

        @Test
        void namesTheFileAndTheReasonWhereItIsImpossible() throws IOException {
            Files.createDirectories(folder.getParent());
            Files.createFile(folder);

            assertThatThrownBy(() -> file.save(CHOSEN))
                    .isInstanceOfSatisfying(UserFileException.class, failure -> {
                        assertThat(failure.message(Locale.US))
                                .isEqualTo("The settings could not be saved in " + path + ": " + folder
                                        + " is in the way.");
                        assertThat(failure.message(Locale.GERMANY))
                                .isEqualTo("Die Einstellungen konnten nicht in " + path + " gespeichert werden: "
                                        + folder + " ist im Weg.");
                    })
                    .hasCauseInstanceOf(IOException.class);
        }

        @Test
        void leavesNothingBehindWhereItIsImpossible() throws IOException {
            write("garbage");
            Files.createDirectories(aside);
            Files.createFile(aside.resolve("full"));

            assertThatThrownBy(() -> file.save(CHOSEN)).isInstanceOf(UserFileException.class);

            assertThat(path).hasContent("garbage");
            assertThat(names()).containsExactlyInAnyOrder("settings.json", "settings.json.unreadable");
        }
    }

    private void write(String content) throws IOException {
        Files.createDirectories(folder);
        Files.write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void pipe() throws Exception {
        Files.createDirectories(folder);
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static List<String> inEnglish(LoadedSettings loaded) {
        return loaded.notices().stream().map(notice -> notice.in(Locale.US)).toList();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }
}
