package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people and programs meet it: real processes, real SQLite files. */
class CommandLineIT {
  @TempDir private Path folder;
  private JobDatabase jobs;

  @BeforeEach
  void aDatabaseWithOneJob() throws SQLException {
    jobs = JobDatabase.create(folder.resolve("my.db"), "Gardener");
  }

  private Result lifeboat(String command, String... more) {
    return LifeboatProcess.run(words(command, more));
  }

  private String[] words(String command, String... more) {
    return Stream.concat(Stream.of(command, "--database", jobs.path()), Stream.of(more)).toArray(String[]::new);
  }

  private String create(String... more) {
    Result result = lifeboat("create", Stream.concat(Stream.of("--json"), Stream.of(more)).toArray(String[]::new));
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    return result.json().get("name").getAsString();
  }

  private Path backup(String name) {
    return folder.resolve("backups").resolve(name);
  }

  private static void destroyTheMiddleOf(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write(new byte[512]);
    }
  }

  @Nested
  class Answers {
    @Test
    void aNewBackupIsListedShownAndFoundIntact() {
      Result created = lifeboat("create", "--json", "--note", "für später", "--kind", "automatic");
      String name = created.json().get("name").getAsString();

      assertThat(created.err()).isEmpty();
      assertThat(created.json().get("verified").getAsBoolean()).isTrue();
      assertThat(created.json().get("kind").getAsString()).isEqualTo("automatic");
      assertThat(created.json().get("schemaVersion").getAsString()).isEqualTo("6");
      assertThat(created.json().get("sha256").getAsString()).matches("[0-9a-f]{64}");
      assertThat(Path.of(created.json().get("path").getAsString())).isRegularFile();

      JsonObject list = lifeboat("list", "--json").json();
      JsonObject listed = list.getAsJsonArray("backups").get(0).getAsJsonObject();
      assertThat(list.get("lastBackup").getAsString()).isEqualTo(name);
      assertThat(listed.get("note").getAsString()).isEqualTo("für später");
      assertThat(listed.get("state").getAsString()).isEqualTo("verified");

      JsonObject shown = lifeboat("show", name, "--json").json();
      assertThat(shown.getAsJsonObject("tables").get("jobs").getAsLong()).isEqualTo(1);

      Result verified = lifeboat("verify", "--all", "--json");
      assertThat(verified.exitCode()).isZero();
      assertThat(verified.json().getAsJsonArray("backups").get(0).getAsJsonObject().get("intact").getAsBoolean()).isTrue();
    }

    @Test
    void aRestoreBringsTheOldJobsBackAndItsSafetyBackupTheNewOnes() throws SQLException {
      String before = create();
      jobs.add("Baker");

      Result restored = lifeboat("restore", before, "--yes", "--json");

      assertThat(restored.exitCode()).isZero();
      assertThat(restored.json().get("restored").getAsString()).isEqualTo(before);
      assertThat(jobs.titles()).containsExactly("Gardener");
      String safety = restored.json().get("safetyBackup").getAsString();
      assertThat(lifeboat("restore", safety, "--yes").exitCode()).isZero();
      assertThat(jobs.titles()).containsExactly("Gardener", "Baker");
    }

    @Test
    void aDamagedDatabaseIsRestoredOverAndItsFilesArePreserved() throws Exception {
      String name = create();
      Files.write(Path.of(jobs.path()), new byte[4096]);

      Result restored = lifeboat("restore", name, "--yes", "--json");

      assertThat(restored.exitCode()).as(restored.out()).isZero();
      assertThat(restored.json().get("safetyBackup").isJsonNull()).isTrue();
      assertThat(restored.json().getAsJsonArray("preserved")).isNotEmpty();
      assertThat(jobs.titles()).containsExactly("Gardener");
      assertThat(lifeboat("list", "--json").json().getAsJsonArray("preserved")).hasSize(1);
    }

    @Test
    void cleanupDeletesOldBackupsOnlyAfterItHasBeenConfirmed() throws IOException {
      String kept = create();
      Path old = Files.copy(backup(kept), backup("backup_2020-01-31_09-00-00.db"));

      Result refused = lifeboat("cleanup", "--json");
      Result planned = lifeboat("cleanup", "--dry-run", "--json");

      assertThat(refused.exitCode()).isEqualTo(3);
      assertThat(refused.errorCode()).isEqualTo("CONFIRMATION_REQUIRED");
      assertThat(planned.json().get("dryRun").getAsBoolean()).isTrue();
      assertThat(old).exists();

      Result done = lifeboat("cleanup", "--yes", "--json");

      assertThat(done.exitCode()).isZero();
      assertThat(done.json().get("deleted")).isEqualTo(planned.json().get("deleted"));
      assertThat(done.json().getAsJsonArray("deleted").get(0).getAsString()).isEqualTo("backup_2020-01-31_09-00-00.db");
      assertThat(old).doesNotExist();
    }

    @Test
    void deleteNamesWhatIsGone() {
      String first = create();
      create();

      Result deleted = lifeboat("delete", first, "--yes", "--json");

      assertThat(deleted.json().get("deleted").getAsString()).isEqualTo(first);
      assertThat(backup(first)).doesNotExist();
    }

    @Test
    void statusAndRecoverFindNothingUnusual() {
      String name = create();

      JsonObject status = lifeboat("status", "--json").json();
      JsonObject recovered = lifeboat("recover", "--json").json();

      assertThat(status.get("operation").isJsonNull()).isTrue();
      assertThat(status.get("lastBackup").getAsString()).isEqualTo(name);
      assertThat(status.get("databaseSizeBytes").getAsLong()).isPositive();
      assertThat(status.get("freeBytes").getAsLong()).isPositive();
      assertThat(recovered.get("state").getAsString()).isEqualTo("clean");
      assertThat(recovered.getAsJsonArray("actions")).isEmpty();
    }

    @Test
    void theFirstWordOfTheApplicationSelectsTheBackupCommands() {
      assertThat(LifeboatProcess.runMain("lifeboat", "list", "--database", jobs.path()).out()).contains("No backups of");
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
  class Failures {
    private void assertFailure(Result result, int exitCode, String code) {
      assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
      assertThat(result.errorCode()).isEqualTo(code);
      assertThat(result.json().getAsJsonObject("error").get("message").getAsString()).isNotBlank();
      assertThat(result.json().getAsJsonObject("error").get("hint").getAsString()).isNotBlank();
      assertThat(result.err()).isEmpty();
    }

    @Test
    void wrongUsageIsTwo() {
      assertFailure(LifeboatProcess.run("create", "--json"), 2, "USAGE");
      assertFailure(LifeboatProcess.run("mend", "--json"), 2, "USAGE");
    }

    @Test
    void aMissingDatabaseIsTwelve() {
      Path missing = folder.resolve("missing.db");

      assertFailure(LifeboatProcess.run("create", "--json", "--database", missing.toString()), 12, "DATABASE_NOT_FOUND");
      assertThat(missing).doesNotExist();
    }

    @Test
    void whatIsNoDatabaseIsFourteen() throws IOException {
      Path empty = Files.createFile(folder.resolve("empty.db"));
      Path text = Files.writeString(folder.resolve("text.db"), "Dear diary, ".repeat(1000));

      for (Path file : List.of(folder, empty, text)) {
        assertFailure(LifeboatProcess.run("create", "--json", "--database", file.toString()), 14, "DATABASE_DAMAGED");
      }
    }

    @Test
    void aMissingFolderIsSeventeenWhenItWasNamed() {
      assertFailure(lifeboat("list", "--json", "--backups", folder.resolve("nowhere").toString()), 17, "DIRECTORY_NOT_FOUND");
      assertThat(lifeboat("list", "--json").exitCode()).isZero();
    }

    @Test
    void aBackupThatIsNotThereIsEighteen() {
      assertFailure(lifeboat("verify", "backup_2020-01-31_09-00-00.db", "--json"), 18, "BACKUP_NOT_FOUND");
    }

    @Test
    void aPathInsteadOfANameIsNineteen() {
      assertFailure(lifeboat("show", "../my.db", "--json"), 19, "INVALID_NAME");
      assertFailure(lifeboat("restore", "../my.db", "--yes", "--json"), 19, "INVALID_NAME");
    }

    @Test
    void aNewerSchemaIsTwentyUnlessItIsAllowed() throws SQLException {
      String newer = create();
      jobs.execute("PRAGMA user_version = 5");

      assertFailure(lifeboat("restore", newer, "--yes", "--json"), 20, "SCHEMA_TOO_NEW");

      Result allowed = lifeboat("restore", newer, "--yes", "--json", "--allow-newer-schema");
      assertThat(allowed.exitCode()).isZero();
      assertThat(allowed.json().getAsJsonArray("warnings")).isNotEmpty();
    }

    @Test
    void aDamagedBackupIsFourForVerifyAndTwentyOneForRestore() throws Exception {
      String name = create();
      destroyTheMiddleOf(backup(name));

      Result verified = lifeboat("verify", name, "--json");

      assertThat(verified.exitCode()).isEqualTo(4);
      assertThat(verified.json().get("intact").getAsBoolean()).isFalse();
      assertThat(verified.json().getAsJsonArray("findings")).isNotEmpty();
      assertFailure(lifeboat("restore", name, "--yes", "--json"), 21, "INTEGRITY_FAILED");
      assertThat(lifeboat("verify", "--all").exitCode()).isEqualTo(4);
      assertThat(jobs.titles()).containsExactly("Gardener");
    }

    @Test
    void aFolderInThePlaceOfTheDatabaseIsTwentyTwoForRestore() throws IOException {
      String name = create();
      Files.delete(Path.of(jobs.path()));
      Files.createDirectory(Path.of(jobs.path()));

      assertFailure(lifeboat("restore", name, "--yes", "--json"), 22, "RESTORE_FAILED");
    }

    @Test
    void theLastBackupIsTwentyThree() {
      String last = create();

      assertFailure(lifeboat("delete", last, "--yes", "--json"), 23, "LAST_BACKUP_PROTECTED");
      assertThat(backup(last)).exists();
    }

    @Test
    void aMissingProviderIsTwentyFour() {
      assertFailure(lifeboat("create", "--json", "--provider", "oracle"), 24, "PROVIDER_NOT_FOUND");
      assertFailure(LifeboatProcess.runWithoutProviders(words("create", "--json")), 24, "PROVIDER_NOT_FOUND");
    }

    @Test
    void anotherDatabasesBackupIsRefusedUnlessItIsAllowed() throws SQLException {
      String name = create();
      JobDatabase other = JobDatabase.create(folder.resolve("other.db"), "Cook");

      Result refused = LifeboatProcess.run("restore", name, "--yes", "--json", "--database", other.path());
      Result allowed = LifeboatProcess.run("restore", name, "--yes", "--json", "--allow-foreign", "--database", other.path());

      assertFailure(refused, 18, "BACKUP_NOT_FOUND");
      assertThat(allowed.exitCode()).as(allowed.out()).isZero();
      assertThat(other.titles()).containsExactly("Gardener");
    }
  }

  @Nested
  class Terminals {
    @Test
    void aRestoreAsksOnATerminalAndANoChangesNothing() throws SQLException {
      String name = create();
      jobs.add("Baker");

      Result result = LifeboatProcess.runOnTerminal(List.of("n"), words("restore", name));

      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).contains(name, "will be overwritten", "[y/N]", "Nothing was changed.");
      assertThat(jobs.titles()).containsExactly("Gardener", "Baker");
    }

    @Test
    void aYesOnATerminalRestores() throws SQLException {
      String name = create();
      jobs.add("Baker");

      Result result = LifeboatProcess.runOnTerminal(List.of("y"), words("restore", name));

      assertThat(result.exitCode()).as(result.out()).isZero();
      assertThat(result.out()).contains("Restored: " + name);
      assertThat(jobs.titles()).containsExactly("Gardener");
    }

    @Test
    void withoutATerminalNothingIsAsked() {
      String name = create();

      Result result = lifeboat("delete", name);

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
      Result created = german(Map.of(), words("create"));
      Result empty = german(Map.of(), "create", "--database", folder.toString());

      assertThat(created.out()).contains("Sicherung erstellt und geprüft: backup_");
      assertThat(empty.exitCode()).isEqualTo(14);
      assertThat(empty.err()).contains("Die Datenbank ist beschädigt", "ist ein Ordner, keine Datenbank.");
    }

    @Test
    void jsonIsUtf8EvenWhereTheTerminalKnowsOnlyAscii() {
      Result failed = german(Map.of("LC_ALL", "C"), "create", "--json", "--database", folder.toString());
      Result readable = german(Map.of("LC_ALL", "C"), "create", "--database", folder.toString());

      assertThat(failed.json().getAsJsonObject("error").get("hint").getAsString()).contains("beschädigten");
      assertThat(readable.err()).contains("Die Datenbank ist beschaedigt");
    }
  }
}
