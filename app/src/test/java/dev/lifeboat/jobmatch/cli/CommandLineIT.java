package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The command line as people and programs meet it: real processes, real SQLite files. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {
    private Workplace at;

    @BeforeEach
    void aDatabaseWithOneJob(@TempDir Path folder) throws SQLException {
        at = new Workplace(folder);
    }

    @Nested
    class Answers {
        @Test
        void aNewBackupIsListedShownAndFoundIntact() {
            Result created = at.lifeboat("create", "--json", "--note", "für später", "--kind", "automatic");
            String name = created.json().get("name").getAsString();

            assertThat(created.err()).isEmpty();
            assertThat(created.json().get("verified").getAsBoolean()).isTrue();
            assertThat(created.json().get("kind").getAsString()).isEqualTo("automatic");
            assertThat(created.json().get("schemaVersion").getAsString()).isEqualTo("6");
            assertThat(created.json().get("sha256").getAsString()).matches("[0-9a-f]{64}");
            assertThat(Path.of(created.json().get("path").getAsString())).isRegularFile();

            JsonObject list = at.lifeboat("list", "--json").json();
            JsonObject listed = list.getAsJsonArray("backups").get(0).getAsJsonObject();
            assertThat(list.get("lastBackup").getAsString()).isEqualTo(name);
            assertThat(listed.get("note").getAsString()).isEqualTo("für später");
            assertThat(listed.get("state").getAsString()).isEqualTo("verified");

            JsonObject shown = at.lifeboat("show", name, "--json").json();
            assertThat(shown.getAsJsonObject("tables").get("jobs").getAsLong()).isEqualTo(1);

            Result verified = at.lifeboat("verify", "--all", "--json");
            assertThat(verified.exitCode()).isZero();
            assertThat(verified.json()
                            .getAsJsonArray("backups")
                            .get(0)
                            .getAsJsonObject()
                            .get("intact")
                            .getAsBoolean())
                    .isTrue();
        }

        @Test
        void aRestoreBringsTheOldJobsBackAndItsSafetyBackupTheNewOnes() throws SQLException {
            String before = at.create();
            at.jobs.add("Baker");

            Result restored = at.lifeboat("restore", before, "--yes", "--json");

            assertThat(restored.exitCode()).isZero();
            assertThat(restored.json().get("restored").getAsString()).isEqualTo(before);
            assertThat(at.jobs.titles()).containsExactly("Gardener");
            String safety = restored.json().get("safetyBackup").getAsString();
            assertThat(at.lifeboat("restore", safety, "--yes").exitCode()).isZero();
            assertThat(at.jobs.titles()).containsExactly("Gardener", "Baker");
        }

        @Test
        void aDamagedDatabaseIsRestoredOverAndItsFilesArePreserved() throws Exception {
            String name = at.create();
            Files.write(Path.of(at.jobs.path()), new byte[4096]);

            Result restored = at.lifeboat("restore", name, "--yes", "--json");

            assertThat(restored.exitCode()).as(restored.out()).isZero();
            assertThat(restored.json().get("safetyBackup").isJsonNull()).isTrue();
            assertThat(restored.json().getAsJsonArray("preserved")).isNotEmpty();
            assertThat(at.jobs.titles()).containsExactly("Gardener");
            assertThat(at.lifeboat("list", "--json").json().getAsJsonArray("preserved"))
                    .hasSize(1);
        }

        @Test
        void cleanupDeletesOldBackupsOnlyAfterItHasBeenConfirmed() throws IOException {
            String kept = at.create();
            Path old = Files.copy(at.backup(kept), at.backup("backup_2020-01-31_09-00-00.db"));

            Result refused = at.lifeboat("cleanup", "--json");
            Result planned = at.lifeboat("cleanup", "--dry-run", "--json");

            assertThat(refused.exitCode()).isEqualTo(3);
            assertThat(refused.errorCode()).isEqualTo("CONFIRMATION_REQUIRED");
            assertThat(planned.json().get("dryRun").getAsBoolean()).isTrue();
            assertThat(old).exists();

            Result done = at.lifeboat("cleanup", "--yes", "--json");

            assertThat(done.exitCode()).isZero();
            assertThat(done.json().get("deleted")).isEqualTo(planned.json().get("deleted"));
            assertThat(done.json().getAsJsonArray("deleted").get(0).getAsString())
                    .isEqualTo("backup_2020-01-31_09-00-00.db");
            assertThat(old).doesNotExist();
        }

        @Test
        void deleteNamesWhatIsGone() {
            String first = at.create();
            at.create();

            Result deleted = at.lifeboat("delete", first, "--yes", "--json");

            assertThat(deleted.json().get("deleted").getAsString()).isEqualTo(first);
            assertThat(at.backup(first)).doesNotExist();
        }

        @Test
        void statusAndRecoverFindNothingUnusual() {
            String name = at.create();

            JsonObject status = at.lifeboat("status", "--json").json();
            JsonObject recovered = at.lifeboat("recover", "--json").json();

            assertThat(status.get("operation").isJsonNull()).isTrue();
            assertThat(status.get("lastBackup").getAsString()).isEqualTo(name);
            assertThat(status.get("databaseSizeBytes").getAsLong()).isPositive();
            assertThat(status.get("freeBytes").getAsLong()).isPositive();
            assertThat(recovered.get("state").getAsString()).isEqualTo("clean");
            assertThat(recovered.getAsJsonArray("actions")).isEmpty();
        }

        @Test
        void theFirstWordOfTheApplicationSelectsTheBackupCommands() {
            assertThat(LifeboatProcess.runMain("lifeboat", "list", "--database", at.jobs.path())
                            .out())
                    .contains("No backups of");
            assertThat(LifeboatProcess.runMain().out()).contains("Job Match Checker", "lifeboat create");
            assertThat(LifeboatProcess.runMain("lifeboot").exitCode()).isEqualTo(2);
        }

        @Test
        void theVersionNamesSqlite() {
            Result version = LifeboatProcess.run("--version");

            assertThat(version.exitCode()).isZero();
            assertThat(version.out()).contains("lifeboat ", "sqlite: SQLite 3.");
        }
    }

    @Nested
    class Terminals {
        @Test
        void aRestoreAsksOnATerminalAndANoChangesNothing() throws SQLException {
            String name = at.create();
            at.jobs.add("Baker");

            Result result = LifeboatProcess.runOnTerminal(List.of("n"), at.words("restore", name));

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).contains(name, "will be overwritten", "[y/N]", "Nothing was changed.");
            assertThat(at.jobs.titles()).containsExactly("Gardener", "Baker");
        }

        @Test
        void aYesOnATerminalRestores() throws SQLException {
            String name = at.create();
            at.jobs.add("Baker");

            Result result = LifeboatProcess.runOnTerminal(List.of("y"), at.words("restore", name));

            assertThat(result.exitCode()).as(result.out()).isZero();
            assertThat(result.out()).contains("Restored: " + name);
            assertThat(at.jobs.titles()).containsExactly("Gardener");
        }

        @Test
        void withoutATerminalNothingIsAsked() {
            String name = at.create();

            Result result = at.lifeboat("delete", name);

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("CONFIRMATION_REQUIRED", "--yes");
        }
    }

    @Nested
    class Languages {
        private Result german(Map<String, String> environment, String... words) {
            return LifeboatProcess.run(List.of("-Duser.language=de", "-Duser.country=DE"), environment, words);
        }

        @Test
        void germansReadGerman() {
            Result created = german(Map.of(), at.words("create"));
            Result empty = german(Map.of(), "create", "--database", at.folder.toString());

            assertThat(created.out()).contains("Sicherung erstellt und geprüft: backup_");
            assertThat(empty.exitCode()).isEqualTo(14);
            assertThat(empty.err()).contains("Die Datenbank ist beschädigt", "ist ein Ordner, keine Datenbank.");
        }

        @Test
        void jsonIsUtf8EvenWhereTheTerminalKnowsOnlyAscii() {
            Result failed = german(Map.of("LC_ALL", "C"), "create", "--json", "--database", at.folder.toString());
            Result readable = german(Map.of("LC_ALL", "C"), "create", "--database", at.folder.toString());

            assertThat(failed.json().getAsJsonObject("error").get("hint").getAsString())
                    .contains("beschädigten");
            assertThat(readable.err()).contains("Die Datenbank ist beschaedigt");
        }
    }
}
