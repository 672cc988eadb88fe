package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files and folders that the user may not read or write: each is named, and nothing is changed or left. */
@Execution(ExecutionMode.CONCURRENT)
class PermissionIT {
    private static OtherUser user;

    private Workplace at;
    private Path database;
    private Path backups;
    private Path elsewhere;
    private String first;
    private String second;

    @BeforeAll
    static void aUserWhomPermissionsBind(@TempDir Path modules) throws IOException {
        user = new OtherUser(modules);
    }

    @BeforeEach
    void aDatabaseWithTwoBackups(@TempDir Path folder) throws Exception {
        at = new Workplace(folder);
        database = Path.of(at.jobs.path());
        backups = folder.resolve("backups");
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        first = at.create();
        at.jobs.add("Baker");
        second = at.create();
        at.jobs.add("Cook");
        OtherUser.giveTree(folder);
    }

    @AfterEach
    void allowEverything() throws IOException {
        OtherUser.giveTree(at.folder);
    }

    @Nested
    class ADatabaseThatMayNotBeRead {
        @Test
        void isNotBackedUp() throws IOException {
            Map<String, String> before = FolderContent.of(at.folder);
            OtherUser.give(database, "---------");

            assertRefused(lifeboat("create"), database);

            assertNothingChangedSince(before);
        }

        @Test
        void isNotRestoredOver() throws IOException {
            Map<String, String> before = FolderContent.of(at.folder);
            OtherUser.give(database, "---------");

            assertRefused(lifeboat("restore", first, "--yes"), database);

            assertNothingChangedSince(before);
        }
    }

    @Nested
    class AFolderOfTheDatabaseThatMayNotBeWritten {
        @Test
        void doesNotHinderABackupElsewhere() throws IOException {
            Map<String, String> live = FolderContent.of(at.folder);
            OtherUser.give(database, "r--r--r--");
            OtherUser.give(at.folder, "r-xr-xr-x");

            Result result = lifeboat("create", "--backups", elsewhere.toString());

            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            String name = result.json().get("name").getAsString();
            OtherUser.giveTree(at.folder);
            assertThat(FolderContent.of(elsewhere)).containsOnlyKeys(name, name + ".json");
            assertThat(FolderContent.of(at.folder)).containsAllEntriesOf(live);
        }

        @Test
        void refusesARestore() throws IOException {
            Map<String, String> before = FolderContent.of(at.folder);
            OtherUser.give(at.folder, "r-xr-xr-x");

            assertRefused(lifeboat("restore", first, "--yes"), at.folder);

            assertNothingChangedSince(before);
        }
    }

    @Nested
    class ABackupFolderThatMayNotBeWritten {
        private Map<String, String> before;

        @BeforeEach
        void mayNotBeWritten() throws IOException {
            before = FolderContent.of(at.folder);
            OtherUser.give(backups, "r-xr-xr-x");
        }

        @Test
        void refusesACreate() throws IOException {
            assertRefused(lifeboat("create"), backups);

            assertNothingChangedSince(before);
        }

        @Test
        void refusesADelete() throws IOException {
            assertRefused(lifeboat("delete", first, "--yes"), backups);

            assertNothingChangedSince(before);
        }

        @Test
        void refusesARestoreBecauseNoSafetyBackupCanBeMade() throws IOException {
            assertRefused(lifeboat("restore", first, "--yes"), backups);

            assertNothingChangedSince(before);
        }

        @Test
        void isListed() {
            Result list = lifeboat("list");

            assertThat(list.exitCode()).as(list.out()).isZero();
            assertThat(list.json().getAsJsonArray("backups")).hasSize(2);
            assertThat(list.json().get("lastBackup").getAsString()).isEqualTo(second);
        }

        @Test
        void isVerifiedAndSaysThatTheOutcomeCouldNotBeRecorded() throws IOException {
            Result verify = lifeboat("verify", first);

            assertThat(verify.exitCode()).as(verify.out()).isZero();
            assertThat(verify.json().get("intact").getAsBoolean()).isTrue();
            assertThat(verify.json().getAsJsonArray("warnings").toString()).contains("could not be recorded");
            assertNothingChangedSince(before);
        }
    }

    @Nested
    class ABackupThatMayNotBeRead {
        private Map<String, String> before;

        @BeforeEach
        void mayNotBeRead() throws IOException {
            before = FolderContent.of(at.folder);
            OtherUser.give(at.backup(first), "---------");
        }

        @Test
        void isNotVerified() throws IOException {
            assertRefused(lifeboat("verify", first), at.backup(first));

            assertNothingChangedSince(before);
        }

        @Test
        void isNotRestored() throws IOException {
            assertRefused(lifeboat("restore", first, "--yes"), at.backup(first));

            assertNothingChangedSince(before);
        }
    }

    @Nested
    class ABackupFolderThatMayNotBeListed {
        private Map<String, String> before;

        @BeforeEach
        void mayNotBeListed() throws IOException {
            before = FolderContent.of(at.folder);
            OtherUser.give(backups, "---------");
        }

        @Test
        void isNoEmptyList() throws IOException {
            assertRefused(lifeboat("list"), backups);

            assertNothingChangedSince(before);
        }

        @Test
        void isNotCreatedInto() throws IOException {
            assertRefused(lifeboat("create"), backups);

            assertNothingChangedSince(before);
        }

        @Test
        void isNotRestoredFrom() throws IOException {
            assertRefused(lifeboat("restore", first, "--yes"), backups);

            assertNothingChangedSince(before);
        }
    }

    private Result lifeboat(String command, String... more) {
        String[] words = at.words(command, more);
        String[] json = Arrays.copyOf(words, words.length + 1);
        json[words.length] = "--json";
        return user.run(json);
    }

    /** The refusal names the file or folder in question. */
    private static void assertRefused(Result result, Path subject) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(11);
        assertThat(result.errorCode()).isEqualTo("PERMISSION_DENIED");
        assertThat(result.json().getAsJsonObject("error").get("message").getAsString())
                .contains(subject.toString());
        assertThat(result.err()).isEmpty();
    }

    private void assertNothingChangedSince(Map<String, String> before) throws IOException {
        OtherUser.giveTree(at.folder);
        assertThat(FolderContent.of(at.folder)).isEqualTo(before);
    }
}
