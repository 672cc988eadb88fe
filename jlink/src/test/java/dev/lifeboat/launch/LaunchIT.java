package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command line as people start it: from the runtime image, and from a clone through {@code run}. */
@Isolated("there is one screen, and one image")
class LaunchIT {
    private static final Path IMAGE = Path.of(System.getProperty("image"));
    private static final Path CLONE = Path.of(System.getProperty("clone"));

    @TempDir
    Path folder;

    private Path work;
    private Path temporary;

    @BeforeEach
    void makeDatabase() throws IOException, SQLException {
        work = Files.createDirectory(folder.resolve("my data"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        execute("CREATE TABLE offer (title TEXT)");
        execute("INSERT INTO offer VALUES ('before')");
    }

    /** The ways to start it. */
    enum Start {
        IMAGE,
        CLONE
    }

    @ParameterizedTest
    @EnumSource
    void aBackupComesBack(Start start) throws Exception {
        Result created = lifeboat(start, "create", "--database", "größe.db");
        execute("UPDATE offer SET title = 'after'");
        Result restored = lifeboat(start, "restore", backup(), "--database", "größe.db", "--yes");

        assertThat(created.exitCode()).as(created.output()).isZero();
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(title()).isEqualTo("before");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftInTheFolderForTemporaryFiles(Start start) throws Exception {
        Result created = lifeboat(start, "create", "--database", "größe.db");

        assertThat(created.exitCode()).as(created.output()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void theApplicationFindsItsScriptsAndMigrates(Start start) throws Exception {
        Result first = application(start, "start", "--no-window", "--demo", "5", "--database", "bewerbungen.db");
        Result second = application(start, "start", "--no-window", "--json", "--database", "bewerbungen.db");

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("The database was created (version 6).", "_automatic.db");
        assertThat(second.output()).contains("{\"state\":\"ready\"", "up to date (version 6)");
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(120)
    void theWindowOpens(Start start) throws Exception {
        ProcessBuilder builder = prepare(List.of(program(start).toString(), "start", "--database", "fenster.db"));
        Path output = folder.resolve("output");
        Process application = builder.redirectOutput(output.toFile()).start();
        try {
            Path log = folder.resolve("home/jobmatchchecker/jobmatchchecker.0.log");
            // What is done behind the window begins after it has opened.
            while (application.isAlive()
                    && (!Files.exists(log) || !Files.readString(log).contains("Backup created"))) {
                application.waitFor(50, TimeUnit.MILLISECONDS);
            }

            assertThat(application.isAlive()).as(Files.readString(output)).isTrue();
            assertThat(Files.readString(log)).contains("started with").doesNotContain("SEVERE", "WARNING");
        } finally {
            application.destroy();
            application.waitFor();
        }
    }

    @Test
    void theImageWorksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), IMAGE.resolve("bin/lifeboat"));

        Result result = run(List.of(link.toString(), "--version"));

        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void theImageHasNoWayToANetworkBeyondTheBaseOfJava() throws Exception {
        Result result = run(List.of(IMAGE.resolve("bin/java").toString(), "--list-modules"));

        assertThat(result.output())
                .contains("dev.lifeboat.backup.sqlite")
                .doesNotContain("java.net", "httpserver", "rmi");
    }

    private Result lifeboat(Start start, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        switch (start) {
            case IMAGE -> command.add(IMAGE.resolve("bin/lifeboat").toString());
            case CLONE -> command.addAll(List.of(builtClone().resolve("run").toString(), "lifeboat"));
        }
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Result application(Start start, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(start).toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Path program(Start start) throws IOException {
        return start == Start.IMAGE
                ? IMAGE.resolve("bin/jobmatch")
                : builtClone().resolve("run");
    }

    /** In the POSIX locale, as in a bare container, where Java on its own could not open the database. */
    private ProcessBuilder prepare(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        for (String place : List.of("DATA", "CONFIG", "STATE")) {
            builder.environment()
                    .put("XDG_" + place + "_HOME", folder.resolve("home").toString());
        }
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return builder;
    }

    private Result run(List<String> command) throws IOException, InterruptedException {
        Process process = prepare(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** A clone with a space in its path, as it is after a build, so that no build has to run inside this one. */
    private Path builtClone() throws IOException {
        Path clone = folder.resolve("a clone");
        Path target = clone.resolve("jlink/target");
        if (Files.exists(clone)) {
            return clone;
        }
        Files.createDirectories(target);
        Files.createDirectories(clone.resolve("jlink/src/main"));
        Files.createFile(clone.resolve("pom.xml"));
        Files.createFile(clone.resolve("jlink/pom.xml"));
        for (String part : List.of("run", ".mvn", "jlink/target/modules", "jlink/target/native")) {
            copy(CLONE.resolve(part), clone.resolve(part));
        }
        Path built = Files.createFile(target.resolve("built"));
        Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(60)));
        return clone;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private String backup() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String title() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT title FROM offer")) {
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + work.resolve("größe.db"));
    }

    private record Result(int exitCode, String output) {}
}
