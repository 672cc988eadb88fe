package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read. */
class PeopleOutputTest {
    private final Fixture lifeboat = new Fixture();

    @Nested
    class Create {
        @Test
        void oneLineTellsNameSizeAndSchemaAndWarningsGoToStandardError() {
            lifeboat.run("create", "--note", "before the move", "--kind", "pre-migration");

            assertThat(lifeboat.out())
                    .isEqualTo("Backup created and verified: " + Samples.NAME + " (15.3 MB, schema version 6)"
                            + System.lineSeparator());
            assertThat(lifeboat.err().lines()).containsExactly("Warning: The database has no tables.");
            assertThat(lifeboat.service.created.note()).isEqualTo("before the move");
            assertThat(lifeboat.service.created.kind()).isEqualTo(BackupKind.PRE_MIGRATION);
            assertThat(lifeboat.service.created.trigger()).isEqualTo("command-line");
        }

        @Test
        void speaksGermanToGermans() {
            lifeboat.locale = Locale.GERMANY;

            lifeboat.run("create");

            assertThat(lifeboat.out()).contains("Sicherung erstellt und geprüft", "15,3 MB");
            assertThat(lifeboat.err()).contains("Warnung: Die Datenbank hat keine Tabellen.");
        }

        @Test
        void quietSaysNothingWhenAllIsWell() {
            lifeboat.run("create", "--quiet");

            assertThat(lifeboat.out()).isEmpty();
            assertThat(lifeboat.err()).isEmpty();
        }
    }

    @Nested
    class ListAll {
        @Test
        void anEmptyFolderSaysWhatToDoFirst() {
            lifeboat.run("list");

            assertThat(lifeboat.out().lines())
                    .containsExactly(
                            "No backups of /data/my.db yet in /data/backups.",
                            "Create the first one; it takes seconds: lifeboat create --database /data/my.db");
        }

        @Test
        void kindsAgesAndStatesAreToldInWords() {
            Backup old = Samples.backup(BackupKind.PRE_MIGRATION, Duration.ofDays(71));
            Backup safety = Samples.backup(BackupKind.SAFETY, Duration.ofMinutes(5));
            lifeboat.service.list = new BackupList(
                    List.of(safety, Samples.backup(), old, Samples.foreign("x.db")), Optional.of(safety), List.of());

            lifeboat.run("list");

            List<String> lines = lifeboat.out().lines().toList();
            assertThat(lines.get(0)).contains("Created", "Age", "Kind", "Size", "Schema", "State", "Name", "Note");
            assertThat(lines.get(1)).contains("5 minutes ago", "Before restore", "15.3 MB", "Verified", safety.name());
            assertThat(lines.get(2))
                    .contains("2 hours ago", "Manual", "before the move")
                    .doesNotContain("old");
            assertThat(lines.get(3)).contains("71 days ago", "Before update · old");
            assertThat(lines.get(4)).contains("Foreign file", "x.db");
            assertThat(lines.get(6)).isEqualTo("Last backup: " + safety.name() + ", 5 minutes ago, verified.");
        }

        @Test
        void preservedFilesAreListedWithoutBackupsToo() {
            PreservedFiles files =
                    new PreservedFiles(Path.of("/data/backups/preserved_2026-11-22_14-03-11"), Samples.NOW, 77);
            lifeboat.service.list = new BackupList(List.of(), Optional.empty(), List.of(files));

            lifeboat.run("list");

            assertThat(lifeboat.out())
                    .contains("No backups", "Preserved files", files.path().toString(), "77 bytes");
        }

        @Test
        void controlCharactersInNamesDoNotReachTheTerminal() {
            lifeboat.service.list = new BackupList(
                    List.of(Samples.foreign("\u001b[31mred\u0007\u202e.db")), Optional.empty(), List.of());

            lifeboat.run("list");

            assertThat(lifeboat.out())
                    .doesNotContain("\u001b", "\u0007", "\u202e")
                    .contains("\ufffd[31mred\ufffd\ufffd.db");
        }

        @Test
        void aTerminalWithoutUmlautsGetsPlainerLetters() {
            lifeboat.locale = Locale.GERMANY;
            lifeboat.terminal.charset = StandardCharsets.US_ASCII;

            lifeboat.run("list");

            assertThat(lifeboat.out()).contains("gibt es in").doesNotContain("?");
            lifeboat.run("verify");
            assertThat(lifeboat.err()).doesNotContain("?");
        }
    }

    @Test
    void showTellsEverythingIncludingRows() {
        lifeboat.run("show", Samples.NAME);

        assertThat(lifeboat.out())
                .contains(
                        Samples.NAME,
                        "2 hours ago",
                        "Manual",
                        "15.3 MB",
                        "6 (from user_version)",
                        Samples.CHECKSUM,
                        "before the move")
                .containsPattern("jobs +1,350");
    }

    @Nested
    class Verify {
        @Test
        void damageIsNamedWithItsFindings() {
            lifeboat.service.verification =
                    new Verification.Damaged(Samples.NAME, List.of(Message.of("finding.checksum")), List.of());

            ExitCode exitCode = lifeboat.run("verify", Samples.NAME);

            assertThat(exitCode).isEqualTo(ExitCode.DAMAGE_FOUND);
            assertThat(lifeboat.out().lines())
                    .containsExactly("Damaged: " + Samples.NAME, "  The checksum differs from the recorded one.");
        }

        @Test
        void quietStillNamesDamage() {
            lifeboat.service.verification =
                    new Verification.Damaged(Samples.NAME, List.of(Message.of("finding.checksum")), List.of());

            lifeboat.run("verify", Samples.NAME, "--quiet");

            assertThat(lifeboat.out()).isEmpty();
            assertThat(lifeboat.err()).contains("Damaged: " + Samples.NAME);
        }

        @Test
        void oneThatCannotBeReadDoesNotHideTheOthers() {
            lifeboat.service.list = new BackupList(List.of(Samples.backup()), Optional.empty(), List.of());
            lifeboat.run("verify", "--all");

            assertThat(lifeboat.out().lines()).containsExactly("Intact: " + Samples.NAME, "1 of 1 backup intact.");
        }
    }

    @Nested
    class Failures {
        @Test
        void whatHappenedWhichFileAndWhatToDoGoToStandardError() {
            lifeboat.service.failure = Optional.of(new BackupException(
                    BackupError.DATABASE_NOT_FOUND, Message.of("error.database-missing", "my.db"), Samples.DATABASE));

            ExitCode exitCode = lifeboat.run("create", "--quiet");

            assertThat(exitCode).isEqualTo(ExitCode.DATABASE_NOT_FOUND);
            assertThat(lifeboat.out()).isEmpty();
            assertThat(lifeboat.err().lines())
                    .containsExactly(
                            "Database not found (DATABASE_NOT_FOUND)",
                            "There is no database at my.db.",
                            "File: /data/my.db",
                            "Check the path. If the file is lost, restore a backup.");
        }

        @Test
        void anUnknownProviderIsReportedWithThoseThatAreThere() {
            ExitCode exitCode = lifeboat.run("create", "--provider", "other");

            assertThat(exitCode).isEqualTo(ExitCode.PROVIDER_NOT_FOUND);
            assertThat(lifeboat.err()).contains("“other”", "Installed: fake");
        }

        @Test
        void wrongOptionsAreExplainedInThePersonsLanguage() {
            lifeboat.locale = Locale.GERMANY;

            ExitCode exitCode = lifeboat.run("cleanup", "--older-than", "bald");

            assertThat(exitCode).isEqualTo(ExitCode.USAGE);
            assertThat(lifeboat.err().lines().toList().get(1)).startsWith("„bald“ ist kein Alter.");
        }
    }

    @Nested
    class Help {
        @Test
        void theProgramsHelpDocumentsEveryExitCode() {
            lifeboat.runWords("--help");

            for (ExitCode code : ExitCode.values()) {
                assertThat(lifeboat.out()).containsPattern("(?m)^  " + code.number() + " ");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"create", "list", "show", "verify", "restore", "delete", "cleanup", "status", "recover"})
        void everyCommandExplainsItself(String command) {
            ExitCode exitCode = lifeboat.runWords(command, "--help");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.out())
                    .contains("Usage: lifeboat " + command, "--database", "--json", "--provider", "--quiet");
            assertThat(lifeboat.err()).isEmpty();
        }

        @Test
        void helpIsGermanForGermans() {
            lifeboat.locale = Locale.GERMANY;

            lifeboat.runWords("help", "restore");

            assertThat(lifeboat.out()).contains("Aufruf: lifeboat restore NAME", "Optionen:", "Nicht fragen.");
        }

        @Test
        void theVersionNamesTheProviders() {
            lifeboat.runWords("--version");

            assertThat(lifeboat.out()).contains("lifeboat ", "fake: Fake 1.0", "Java: ");
        }

        @Test
        void theCompletionScriptKnowsCommandsOptionsAndKinds() {
            lifeboat.runWords("generate-completion");

            assertThat(lifeboat.out()).contains("complete -F", "create", "--older-than", "pre-migration");
        }
    }
}
