package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What people go through with the application, in the runtime image and nothing else. */
@Isolated("there is one screen, and one image")
class ImageUseIT {
    private static final Image IMAGE = Image.built();
    private static final int DATABASE_DAMAGED = 14;
    private static final Pattern LOGGING = Pattern.compile("Logging begins in process (\\d+)");

    @TempDir
    Path user;

    private Path database;

    @BeforeEach
    void nameDatabase() {
        database = user.resolve("jobs.db");
    }

    @Test
    void aDatabaseOfTheFirstVersionIsMigratedAfterABackup() throws Exception {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + database, null, null)
                .locations("classpath:dev/lifeboat/jobmatch/migrations")
                .target("1")
                .load()
                .migrate();

        Image.Result start = start("--no-window", "--json");

        assertThat(start.exitCode()).as(start.output()).isZero();
        assertThat(start.output()).contains("\"state\":\"ready\"", "version 6");
        assertThat(backups()).anyMatch(name -> name.endsWith("_pre-migration.db"));
    }

    @Test
    void aDamagedDatabaseIsReportedAndComesBackByTheCommandLine() throws Exception {
        start("--no-window", "--demo", "5");
        damage();

        Image.Result refused = start("--no-window");
        Image.Result restored = Image.run(IMAGE.program(
                "lifeboat", user, "restore", backups().get(0), "--yes", "--database", database.toString()));
        Image.Result again = start("--no-window");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(DATABASE_DAMAGED);
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(again.exitCode()).as(again.output()).isZero();
    }

    @Test
    @Timeout(120)
    void aDamagedDatabaseOpensTheRecoveryWindowInsteadOfTheMainOne() throws Exception {
        start("--no-window", "--demo", "5");
        damage();
        Path log = log();
        Path output = user.resolve("output");

        Process window = IMAGE.program("jobmatch", user, "start", "--database", database.toString())
                .redirectOutput(output.toFile())
                .start();
        try {
            while (window.isAlive()
                    && !(Files.exists(log) && Files.readString(log).contains("Recovery window opened"))) {
                window.waitFor(50, TimeUnit.MILLISECONDS);
            }

            assertThat(window.isAlive()).as(Files.readString(output)).isTrue();
            assertThat(Files.readString(log)).doesNotContain("Main window opened");
        } finally {
            window.destroy();
            window.waitFor();
        }
    }

    @Test
    @Timeout(180)
    void aRestoreFromTheSettingsStartsTheApplicationAnewInAProcessOfItsOwn() throws Exception {
        start("--no-window", "--demo", "5");
        execute("DELETE FROM job_offers");
        Path output = user.resolve("output");

        Process first = IMAGE.program("jobmatch", user, "start", "--database", database.toString())
                .redirectOutput(output.toFile())
                .start();
        try {
            Screen.await("Job Match Checker");
            restoreFirstBackup();
            assertThat(first.waitFor(60, TimeUnit.SECONDS))
                    .as("the first process ends")
                    .isTrue();
            awaitLog(2, "Main window opened");

            assertThat(count("job_offers")).isEqualTo(5);
            assertThat(backups()).anyMatch(name -> name.startsWith("safety_backup"));
            assertThat(successor()).isPresent();
            assertThat(Files.readString(log())).doesNotContain("WARNING");
        } finally {
            first.destroy();
            first.waitFor();
            successor().ifPresent(ProcessHandle::destroy);
            successor().ifPresent(last -> last.onExit().join());
        }
    }

    /** With keys alone. A busy machine may lose some; then everything is done once more from the main window. */
    private static void restoreFirstBackup() throws IOException, InterruptedException {
        String question = "Restore the backup of";
        for (int tries = 0; tries < 10 && !Screen.hasFocus(question); tries++) {
            Screen.press("Escape");
            Screen.await("Job Match Checker");
            for (String key : List.of("ctrl+comma", "Home", "Down", "Tab", "Tab", "Down", "Return")) {
                Screen.press(key);
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        Screen.await(question);
        while (Screen.hasFocus(question)) {
            Screen.press("alt+r");
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private void awaitLog(int times, String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.readString(log()).split(words, -1).length <= times) {
            assertThat(System.nanoTime()).as(Files.readString(log())).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Path log() {
        return user.resolve("jobmatchchecker/jobmatchchecker.0.log");
    }

    /** The process that wrote to the log last, as long as it lives. */
    private Optional<ProcessHandle> successor() throws IOException {
        Matcher begun = LOGGING.matcher(Files.readString(log()));
        long last = begun.results()
                .mapToLong(result -> Long.parseLong(result.group(1)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return ProcessHandle.of(last);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return rows.getInt(1);
        }
    }

    private Image.Result start(String... options) throws IOException, InterruptedException {
        ProcessBuilder start = IMAGE.program("jobmatch", user, "start", "--database", database.toString());
        start.command().addAll(List.of(options));
        return Image.run(start);
    }

    /** Overwrites the first bytes, by which SQLite knows its files. */
    private void damage() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.write(new byte[64]);
        }
    }

    private List<String> backups() throws IOException {
        try (Stream<Path> files = Files.list(user.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".db"))
                    .sorted()
                    .toList();
        }
    }
}
