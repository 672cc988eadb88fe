package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import dev.lifeboat.jobmatch.jobs.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code jobmatch start --no-window} as a process, for a user whose folders are all elsewhere. */
@Execution(ExecutionMode.CONCURRENT)
class StartIT {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss");

    @TempDir
    private Path home;

    private Path database;

    @BeforeEach
    void nameDatabase() {
        database = home.resolve("data/jobmatchchecker/jobmatcher.db");
    }

    @Test
    void theFirstStartMakesTheUsersDatabaseAndALog() throws Exception {
        Result result = start();

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("The database was created (version 6).");
        assertThat(result.err()).isEmpty();
        assertThat(Schema.rows(database, "SELECT count(*) FROM job_offers")).containsExactly("0");
        assertThat(Files.readString(home.resolve("state/jobmatchchecker/jobmatchchecker.0.log")))
                .contains("backup_", "INFO");
        assertThat(Files.getPosixFilePermissions(database.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aDatabaseCanBeFilledToTryTheApplicationOut() throws Exception {
        assertThat(start("--demo", "25").exitCode()).isZero();
        assertThat(Schema.rows(database, "SELECT count(*) FROM job_offers")).containsExactly("25");

        Result again = start("--demo", "25");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(Schema.rows(database, "SELECT count(*) FROM job_offers")).containsExactly("25");
    }

    @Test
    void theChoicesOfAMissingDatabaseWorkAsTheyAreShown() throws Exception {
        assertThat(start("--demo", "5").exitCode()).isZero();
        Path backups = database.resolveSibling("backups");
        Files.delete(database);

        Result missing = start("--json");

        JsonObject answer = missing.json();
        assertThat(missing.exitCode()).isEqualTo(12);
        assertThat(answer.get("state").getAsString()).isEqualTo("missing");
        String name = answer.getAsJsonArray("backups")
                .get(0)
                .getAsJsonObject()
                .get("name")
                .getAsString();
        assertThat(backups.resolve(name)).exists();
        assertThat(start().err()).contains("jobmatch lifeboat restore NAME --database " + database, "--empty", name);

        Result restored = LifeboatProcess.startMain(
                        environment(), "lifeboat", "restore", name, "--yes", "--database", database.toString())
                .end();
        assertThat(restored.exitCode()).as(restored.err()).isZero();
        assertThat(start().exitCode()).isZero();
        assertThat(Schema.rows(database, "SELECT count(*) FROM job_offers")).containsExactly("5");
    }

    @Test
    void aDamagedDatabaseIsExplainedAndKept() throws Exception {
        Files.createDirectories(database.getParent());
        Files.writeString(database, "not a database at all, but longer than a few bytes. ".repeat(20));

        Result result = start();

        assertThat(result.exitCode()).isEqualTo(14);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(database.toString()).doesNotContain("\tat ", "Exception");
        assertThat(Files.readString(database)).startsWith("not a database");
    }

    @Test
    void aRunningApplicationIsNotDisturbed() throws Exception {
        assertThat(start().exitCode()).isZero();
        BackupConfiguration configuration = BackupConfiguration.of(database);
        BackupService service =
                BackupProviders.installed().forDatabase(database).open(configuration);
        try (HostPresence running = service.holdPresence()) {
            assertThat(running).isNotNull();

            Result result = start("--json");

            assertThat(result.exitCode()).isEqualTo(13);
            assertThat(result.json().get("state").getAsString()).isEqualTo("already-running");
        }
    }

    @Test
    void aChosenFolderOnTheSameDiskIsAllowedWithANotice() {
        Result result = start("--backups", home.resolve("elsewhere").toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("same disk");
        assertThat(start().out()).doesNotContain("same disk");
    }

    @Test
    @Tag("FR-007")
    @Tag("FR-027")
    void anUpdateThatTheDiskHasNoRoomForIsBlockedAndLoggedAndTheDataStays() throws Exception {
        Path mountPoint = Files.createDirectory(home.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mount(mountPoint, 1 << 20)) {
            Path old = home.resolve("old.db");
            Schema.migrate(old, "3");
            Files.copy(old, disk.seen().resolve("jobs.db"));
            disk.fill("films");
            byte[] before = Files.readAllBytes(disk.seen().resolve("jobs.db"));
            Path database = mountPoint.resolve("jobs.db");

            Result result = LifeboatProcess.startMainThrough(
                            disk.wrapper(),
                            LifeboatProcess.modulePath(),
                            environment(),
                            "start",
                            "--no-window",
                            "--json",
                            "--database",
                            database.toString())
                    .end();

            assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(26);
            assertThat(result.json().get("state").getAsString()).isEqualTo("migration-blocked");
            assertThat(result.json().get("message").getAsString()).contains("was not updated");
            assertThat(result.json().get("hint").getAsString()).isNotBlank();
            assertThat(Files.readAllBytes(disk.seen().resolve("jobs.db"))).isEqualTo(before);
            assertThat(Files.readString(home.resolve("state/jobmatchchecker/jobmatchchecker.0.log")))
                    .contains("Cannot start with " + database);
        }
    }

    @Test
    @Tag("FR-007")
    void anUpdateWhoseBackupMayNotBeWrittenIsBlockedAndTheDataStays(@TempDir Path modules) throws Exception {
        Path folder = Files.createDirectory(home.resolve("work"));
        Path database = folder.resolve("jobs.db");
        Schema.migrate(database, "3");
        Path backups = Files.createDirectory(folder.resolve("backups"));
        OtherUser.giveTree(home);
        OtherUser.give(backups, "r-xr-xr-x");
        byte[] before = Files.readAllBytes(database);

        Result result = new OtherUser(modules)
                .runMain(environment(), "start", "--no-window", "--json", "--database", database.toString());

        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(26);
        assertThat(result.json().get("message").getAsString()).contains(backups.toString());
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatAnotherProgramLocksIsLeftAloneUntilItIsFree() throws Exception {
        Path database = home.resolve("jobs.db");
        Schema.migrate(database, "3");
        byte[] before = Files.readAllBytes(database);
        Process shell = new ProcessBuilder("sqlite3", database.toString())
                .redirectErrorStream(true)
                .start();
        try (var orders = shell.outputWriter();
                var answers = shell.inputReader()) {
            orders.write("BEGIN EXCLUSIVE; SELECT 'locked';\n");
            orders.flush();
            assertThat(answers.readLine()).isEqualTo("locked");

            Result result = start("--json", "--database", database.toString());

            assertThat(result.exitCode()).as(result.out()).isEqualTo(13);
            assertThat(result.json().get("state").getAsString()).isEqualTo("busy");
            assertThat(result.json().get("hint").getAsString()).isNotBlank();
            assertThat(Files.readAllBytes(database)).isEqualTo(before);
        } finally {
            shell.destroyForcibly().waitFor();
        }

        assertThat(start("--database", database.toString()).out()).contains("from version 3 to version 6");
    }

    @Test
    void withoutAWindowToOpenItSaysSo() {
        Result result = LifeboatProcess.startMain(environment(), "start").end();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--no-window");
    }

    @Test
    @Tag("FR-020")
    @Tag("FR-024")
    void theCleanUpAtAStartDeletesWhatIsOldAndNothingElse() throws Exception {
        assertThat(start().exitCode()).isZero();
        Path backups = database.resolveSibling("backups");
        Set<String> kept = new TreeSet<>(names(backups));
        Instant now = Instant.now();
        Duration month = Duration.ofDays(30);
        kept.add(put(backups, now.minus(Duration.ofDays(29)), "", "manual"));
        kept.add(put(backups, now.minus(month).plus(Duration.ofMinutes(10)), "", "manual"));
        String justOld = put(backups, now.minus(Duration.ofDays(31)), "", "manual");
        String veryOld = put(backups, now.minus(Duration.ofDays(400)), "_automatic", "automatic");
        kept.add(put(backups, now.minus(Duration.ofDays(400)), "_pre-migration", "pre-migration"));
        kept.add(put(backups, now.plus(Duration.ofDays(3)), "", "manual"));
        Files.writeString(backups.resolve("holiday.db"), "somebody else's");
        kept.add("holiday.db");

        Result result = start("--json");

        assertThat(result.exitCode()).isZero();
        assertThat(names(backups)).isEqualTo(kept).doesNotContain(justOld, veryOld);
        assertThat(StreamSupport.stream(result.json().getAsJsonArray("notes").spliterator(), false)
                        .map(JsonElement::getAsString))
                .containsExactly("2 old backups were deleted.");
    }

    /** Copies the first backup as if it had been made at another time, by another occasion. */
    private static String put(Path backups, Instant time, String suffix, String kind) throws Exception {
        String original = names(backups).stream()
                .filter(name -> name.endsWith("_automatic.db"))
                .max(String::compareTo)
                .orElseThrow();
        String name = "backup_" + NAME.format(LocalDateTime.ofInstant(time, ZoneId.systemDefault())) + suffix + ".db";
        Files.copy(backups.resolve(original), backups.resolve(name));
        String record = Files.readString(backups.resolve(original + ".json"))
                .replace(original, name)
                .replaceFirst(
                        "\"createdAt\": ?\"[^\"]+\"",
                        "\"createdAt\": \"" + time.atOffset(ZoneOffset.UTC).toInstant() + "\"")
                .replaceFirst("\"kind\": ?\"[^\"]+\"", "\"kind\": \"" + kind + "\"");
        Files.writeString(backups.resolve(name + ".json"), record);
        return name;
    }

    private static Set<String> names(Path backups) throws Exception {
        try (Stream<Path> files = Files.list(backups)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".db"))
                    .toList());
        }
    }

    private Result start(String... words) {
        String[] all = Stream.concat(Stream.of("start", "--no-window"), Stream.of(words))
                .toArray(String[]::new);
        return LifeboatProcess.startMain(environment(), all).end();
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOME", home.toString(),
                "XDG_DATA_HOME", home.resolve("data").toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "XDG_STATE_HOME", home.resolve("state").toString());
    }
}
