package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Bad input to real processes: each has its code, its exit code, a sentence and a hint, and changes nothing. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineFailuresIT {
    private Workplace at;

    @BeforeEach
    void aDatabaseWithOneJob(@TempDir Path folder) throws SQLException {
        at = new Workplace(folder);
    }

    private void assertFailure(Result result, int exitCode, String code) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        assertThat(result.errorCode()).isEqualTo(code);
        assertThat(result.json().getAsJsonObject("error").get("message").getAsString())
                .isNotBlank();
        assertThat(result.json().getAsJsonObject("error").get("hint").getAsString())
                .isNotBlank();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void wrongUsageIsTwo() {
        assertFailure(LifeboatProcess.run("create", "--json"), 2, "USAGE");
        assertFailure(LifeboatProcess.run("mend", "--json"), 2, "USAGE");
    }

    @Test
    void aMissingDatabaseIsTwelve() {
        Path missing = at.folder.resolve("missing.db");

        assertFailure(
                LifeboatProcess.run("create", "--json", "--database", missing.toString()), 12, "DATABASE_NOT_FOUND");
        assertThat(missing).doesNotExist();
    }

    @Test
    void whatIsNoDatabaseIsFourteen() throws IOException {
        Path empty = Files.createFile(at.folder.resolve("empty.db"));
        Path text = Files.writeString(at.folder.resolve("text.db"), "Dear diary, ".repeat(1000));

        for (Path file : List.of(at.folder, empty, text)) {
            assertFailure(
                    LifeboatProcess.run("create", "--json", "--database", file.toString()), 14, "DATABASE_DAMAGED");
        }
    }

    @Test
    void aMissingFolderIsSeventeenWhenItWasNamed() {
        assertFailure(
                at.lifeboat(
                        "list",
                        "--json",
                        "--backups",
                        at.folder.resolve("nowhere").toString()),
                17,
                "DIRECTORY_NOT_FOUND");
        assertThat(at.lifeboat("list", "--json").exitCode()).isZero();
    }

    @Test
    void aBackupThatIsNotThereIsEighteen() {
        assertFailure(at.lifeboat("verify", "backup_2020-01-31_09-00-00.db", "--json"), 18, "BACKUP_NOT_FOUND");
    }

    @Test
    void aPathInsteadOfANameIsNineteen() {
        assertFailure(at.lifeboat("show", "../my.db", "--json"), 19, "INVALID_NAME");
        assertFailure(at.lifeboat("restore", "../my.db", "--yes", "--json"), 19, "INVALID_NAME");
    }

    @Test
    void aNewerSchemaIsTwentyUnlessItIsAllowed() throws SQLException {
        String newer = at.create();
        at.jobs.execute("PRAGMA user_version = 5");

        assertFailure(at.lifeboat("restore", newer, "--yes", "--json"), 20, "SCHEMA_TOO_NEW");

        Result allowed = at.lifeboat("restore", newer, "--yes", "--json", "--allow-newer-schema");
        assertThat(allowed.exitCode()).isZero();
        assertThat(allowed.json().getAsJsonArray("warnings")).isNotEmpty();
    }

    @Test
    void aNewerSchemaInTheHistoryOfFlywayIsTwentyToo() throws SQLException {
        at.jobs.execute(
                "CREATE TABLE flyway_schema_history (installed_rank INT, version TEXT, type TEXT, success INT)");
        at.jobs.execute("INSERT INTO flyway_schema_history VALUES (1, '1.9', 'SQL', 1), (2, '1.10', 'SQL', 1)");
        String newer = at.create();
        at.jobs.execute("DELETE FROM flyway_schema_history WHERE version = '1.10'");

        Result refused = at.lifeboat("restore", newer, "--yes", "--json");

        assertFailure(refused, 20, "SCHEMA_TOO_NEW");
        assertThat(refused.json().toString()).contains("1.10", "1.9");
    }

    @Test
    void aTableThatIsOnlyCalledLikeFlywaysHistoryIsATable() throws SQLException {
        at.jobs.execute("PRAGMA user_version = 4");
        at.jobs.execute("CREATE TABLE flyway_schema_history (flight TEXT)");
        assertThat(at.lifeboat("create", "--json")
                        .json()
                        .get("schemaVersionSource")
                        .getAsString())
                .isEqualTo("user_version");

        at.jobs.execute("DROP TABLE flyway_schema_history");
        at.jobs.execute(
                "CREATE TABLE flyway_schema_history (installed_rank INT, version TEXT, type TEXT, success INT)");
        at.jobs.execute("INSERT INTO flyway_schema_history VALUES (1, 'no version', 'SQL', 1)");
        assertThat(at.lifeboat("create", "--json").json().get("schemaVersion").getAsString())
                .isEqualTo("4");
    }

    @Test
    void aDamagedBackupIsFourForVerifyAndTwentyOneForRestore() throws Exception {
        String name = at.create();
        destroyTheMiddleOf(at.backup(name));

        Result verified = at.lifeboat("verify", name, "--json");

        assertThat(verified.exitCode()).isEqualTo(4);
        assertThat(verified.json().get("intact").getAsBoolean()).isFalse();
        assertThat(verified.json().getAsJsonArray("findings")).isNotEmpty();
        assertFailure(at.lifeboat("restore", name, "--yes", "--json"), 21, "INTEGRITY_FAILED");
        assertThat(at.lifeboat("verify", "--all").exitCode()).isEqualTo(4);
        assertThat(at.jobs.titles()).containsExactly("Gardener");
    }

    @Test
    void aFolderInThePlaceOfTheDatabaseIsTwentyTwoForRestore() throws IOException {
        String name = at.create();
        Files.delete(Path.of(at.jobs.path()));
        Files.createDirectory(Path.of(at.jobs.path()));

        assertFailure(at.lifeboat("restore", name, "--yes", "--json"), 22, "RESTORE_FAILED");
    }

    @Test
    void theLastBackupIsTwentyThree() {
        String last = at.create();

        assertFailure(at.lifeboat("delete", last, "--yes", "--json"), 23, "LAST_BACKUP_PROTECTED");
        assertThat(at.backup(last)).exists();
    }

    @Test
    void aMissingProviderIsTwentyFour() {
        assertFailure(at.lifeboat("create", "--json", "--provider", "oracle"), 24, "PROVIDER_NOT_FOUND");
        assertFailure(LifeboatProcess.runWithoutProviders(at.words("create", "--json")), 24, "PROVIDER_NOT_FOUND");
    }

    @Test
    void anotherDatabasesBackupIsRefusedUnlessItIsAllowed() throws SQLException {
        String name = at.create();
        JobDatabase other = JobDatabase.create(at.folder.resolve("other.db"), "Cook");

        Result refused = LifeboatProcess.run("restore", name, "--yes", "--json", "--database", other.path());
        Result allowed =
                LifeboatProcess.run("restore", name, "--yes", "--json", "--allow-foreign", "--database", other.path());

        assertFailure(refused, 18, "BACKUP_NOT_FOUND");
        assertThat(allowed.exitCode()).as(allowed.out()).isZero();
        assertThat(other.titles()).containsExactly("Gardener");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsOneAndSaysThatTheWorkIsDone() {
        Result result = LifeboatProcess.runInto(Path.of("/dev/full"), at.words("create", "--json"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("The answer could not be written", "has been done");
        assertThat(at.lifeboat("list", "--json").json().getAsJsonArray("backups"))
                .hasSize(1);
    }

    private static void destroyTheMiddleOf(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            bytes.write(new byte[512]);
        }
    }
}
