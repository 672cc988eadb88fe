package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people go through with the application, in the runtime image and nothing else. */
class ImageUseIT {
    private static final Image IMAGE = Image.built();
    private static final int DATABASE_DAMAGED = 14;

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
        Path log = user.resolve("jobmatchchecker/jobmatchchecker.0.log");
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
