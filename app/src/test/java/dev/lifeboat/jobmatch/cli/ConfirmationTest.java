package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What destroys data asks first (FR-014, FR-022, FR-023). */
class ConfirmationTest {
    private final Fixture lifeboat = new Fixture();

    @BeforeEach
    void somebodyIsAtTheTerminal() {
        lifeboat.terminal.somebodyThere = true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore x", "delete x", "cleanup"})
    void withoutATerminalNothingHappensUnlessConfirmed(String words) {
        lifeboat.terminal.somebodyThere = false;

        ExitCode exitCode = lifeboat.runWords((words + " --database a").split(" "));

        assertThat(exitCode).isEqualTo(ExitCode.CONFIRMATION_REQUIRED);
        assertThat(lifeboat.err()).contains("CONFIRMATION_REQUIRED", "--yes");
        assertThat(lifeboat.service.calls).noneMatch(call -> call.equals("cleanUp") || call.equals(words));
    }

    @Nested
    class Restore {
        @Test
        void theQuestionNamesTheBackupAndWhatIsOverwritten() {
            lifeboat.terminal.answer = Optional.of("y");

            ExitCode exitCode = lifeboat.run("restore", Samples.NAME);

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.out())
                    .contains(Samples.NAME, "2 hours ago", "15.3 MB", "Schema", "6")
                    .contains("The current data of /data/my.db (16 MB) will be overwritten.")
                    .contains("A safety backup of it is made first");
            assertThat(lifeboat.terminal.questions).singleElement().asString().contains("22 Nov 2026", "[y/N]");
            assertThat(lifeboat.service.calls).containsExactly("preview " + Samples.NAME, "restore " + Samples.NAME);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "n", "no", "yess", "j", " "})
        void everythingButAClearYesIsANo(String answer) {
            lifeboat.terminal.answer = Optional.of(answer);

            ExitCode exitCode = lifeboat.run("restore", Samples.NAME);

            assertThat(exitCode).isEqualTo(ExitCode.CONFIRMATION_REQUIRED);
            assertThat(lifeboat.out()).contains("Nothing was changed.");
            assertThat(lifeboat.service.calls).containsExactly("preview " + Samples.NAME);
        }

        @Test
        void theEndOfInputIsANo() {
            ExitCode exitCode = lifeboat.run("restore", Samples.NAME);

            assertThat(exitCode).isEqualTo(ExitCode.CONFIRMATION_REQUIRED);
            assertThat(lifeboat.service.calls).doesNotContain("restore " + Samples.NAME);
        }

        @Test
        void aGermanMaySayJa() {
            lifeboat.locale = Locale.GERMANY;
            lifeboat.terminal.answer = Optional.of("Ja ");

            lifeboat.run("restore", Samples.NAME);

            assertThat(lifeboat.terminal.questions).singleElement().asString().contains("wiederherstellen?", "[j/N]");
            assertThat(lifeboat.service.calls).contains("restore " + Samples.NAME);
        }

        @Test
        void nobodyIsAskedAboutWhatWouldBeRefused() {
            lifeboat.service.refusal = Optional.of(new BackupException(
                    BackupError.SCHEMA_TOO_NEW, Message.of("error.schema-newer-than-live", "a", "7", "6")));

            ExitCode exitCode = lifeboat.run("restore", Samples.NAME);

            assertThat(exitCode).isEqualTo(ExitCode.SCHEMA_TOO_NEW);
            assertThat(lifeboat.terminal.questions).isEmpty();
        }

        @Test
        void withoutADatabaseNothingIsSaidToBeOverwritten() {
            lifeboat.service.databaseExists = false;

            lifeboat.run("restore", Samples.NAME);

            assertThat(lifeboat.out()).contains("nothing will be overwritten").doesNotContain("current data");
        }

        @Test
        void yesAsksNobodyAndOverridesReachTheService() {
            lifeboat.run("restore", Samples.NAME, "--yes", "--allow-newer-schema", "--allow-foreign");

            assertThat(lifeboat.terminal.questions).isEmpty();
            assertThat(lifeboat.service.calls).containsExactly("preview " + Samples.NAME, "restore " + Samples.NAME);
            assertThat(lifeboat.service.restored.allowNewerSchema()).isTrue();
            assertThat(lifeboat.service.restored.allowForeign()).isTrue();
        }
    }

    @Nested
    class Delete {
        @Test
        void aNoDeletesNothing() {
            lifeboat.terminal.answer = Optional.of("n");

            lifeboat.run("delete", Samples.NAME);

            assertThat(lifeboat.service.calls).containsExactly("show " + Samples.NAME);
        }

        @Test
        void aYesDeletes() {
            lifeboat.terminal.answer = Optional.of("YES");

            lifeboat.run("delete", Samples.NAME);

            assertThat(lifeboat.service.calls).contains("delete " + Samples.NAME);
            assertThat(lifeboat.out()).contains("Deleted: " + Samples.NAME);
        }
    }

    @Nested
    class Cleanup {
        private final Backup old = Samples.backup(BackupKind.MANUAL, Duration.ofDays(40));
        private final Backup exempt = Samples.backup(BackupKind.PRE_MIGRATION, Duration.ofDays(50));

        @BeforeEach
        void threeBackups() {
            lifeboat.service.list =
                    new BackupList(List.of(Samples.backup(), old, exempt), Optional.of(Samples.backup()), List.of());
        }

        @Test
        void showsExactlyWhatGoesAndWhyTheRestStaysBeforeItAsks() {
            lifeboat.run("cleanup");

            assertThat(lifeboat.out())
                    .contains(
                            "Will be deleted (1, 15.3 MB):",
                            "Stays (2):",
                            "newer than the limit",
                            "made before an update");
            assertThat(lifeboat.terminal.questions).containsExactly("Delete 1 backup? [y/N]");
            assertThat(lifeboat.service.calls).containsExactly("plan 30");
        }

        @Test
        void nobodyIsAskedWhenNothingWouldGo() {
            ExitCode exitCode = lifeboat.run("cleanup", "--older-than", "10w");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.terminal.questions).isEmpty();
            assertThat(lifeboat.out()).contains("No backups deleted, 3 kept.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "d", "30", "d30", "30D", "-1d", "1.5d", "30 d", "9999999d", "٣d"})
        void agesAreReadStrictly(String age) {
            ExitCode exitCode = lifeboat.run("cleanup", "--yes", "--older-than=" + age);

            assertThat(exitCode).isEqualTo(ExitCode.USAGE);
            assertThat(lifeboat.service.calls).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"48h", "2d"})
        void agesMayBeHoursOrDays(String age) {
            lifeboat.run("cleanup", "--dry-run", "--older-than", age);

            assertThat(lifeboat.service.calls).containsExactly("plan 2");
        }
    }
}
