package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A small application's scripts are found and run, however it is packed and started. */
class ScriptsIT {
    private static final Path MODULES = Path.of(System.getProperty("modules"));
    private static final String FOLDER = "app/migrations";
    private static final String MAIN = "dev.lifeboat.migration.ScriptsMain";

    @TempDir
    Path folder;

    private Path libraries;
    private Path main;
    private Path application;
    private Path database;

    @BeforeEach
    void makeApplication() throws IOException, URISyntaxException {
        libraries = Files.createDirectory(folder.resolve("libraries"));
        database = folder.resolve("application.db");
        for (String module : List.of("dev.lifeboat.backup", "dev.lifeboat.migration", "org.xerial.sqlitejdbc")) {
            copyTo(libraries, location(module));
        }

        main = folder.resolve("main");
        Path type = Path.of(MAIN.replace('.', '/') + ".class");
        Path classes = Path.of(ScriptsIT.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.createDirectories(main.resolve(type).getParent());
        Files.copy(classes.resolve(type), main.resolve(type));

        application = folder.resolve("größe+1 100%25");
        Path scripts = Files.createDirectories(application.resolve(FOLDER));
        Files.writeString(scripts.resolve("V10__tenth.sql"), "INSERT INTO word VALUES ('größe')");
        Files.writeString(scripts.resolve("V9__ninth.sql"), "CREATE TABLE word (text TEXT)");
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path anchor = Files.writeString(sources.resolve("Anchor.java"), "package app; class Anchor {}");
        Path descriptor = Files.writeString(sources.resolve("module-info.java"), "module app {}");
        tool("javac", "-d", application.toString(), anchor.toString(), descriptor.toString());
    }

    /** How the application is packed and started. */
    enum Start {
        CLASS_PATH_FOLDER,
        CLASS_PATH_JAR,
        MODULE_FOLDER,
        MODULE_JAR,
        /** Classes in one folder and resources in another, as build tools do. */
        PATCHED_MODULE
    }

    /** Flyway's jar as it is published, or as the build describes it. */
    enum FlywayJar {
        PUBLISHED,
        DESCRIBED
    }

    static Stream<Arguments> startsAndJars() {
        return Stream.of(Start.values())
                .flatMap(start -> Stream.of(FlywayJar.values()).map(jar -> Arguments.of(start, jar)));
    }

    @ParameterizedTest
    @MethodSource("startsAndJars")
    void scriptsAreFoundAndRun(Start start, FlywayJar flyway) throws Exception {
        copyTo(libraries, flyway(flyway));

        String output = run(command(start), "lifeboat");

        assertThat(output).endsWith("\n2\n");
        assertThatEveryScriptRan();
    }

    @Test
    void scriptsInARuntimeImageAreFoundAndRun() throws Exception {
        copyTo(libraries, flyway(FlywayJar.DESCRIBED));

        String output = run(image(), "lifeboat");

        assertThat(output).endsWith("\n2\n");
        assertThatEveryScriptRan();
    }

    /** When this fails, Flyway has come to understand modules, and need not be given the scripts any more. */
    @Test
    void flywaysOwnSearchFindsNothingInARuntimeImage() throws Exception {
        copyTo(libraries, flyway(FlywayJar.DESCRIBED));

        String output = run(image(), "flyway");

        assertThat(output).endsWith("\n0\n");
    }

    private List<String> command(Start start) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return switch (start) {
            case CLASS_PATH_FOLDER -> onClassPath(java, application);
            case CLASS_PATH_JAR -> onClassPath(java, jar());
            case MODULE_FOLDER -> onModulePath(java, application);
            case MODULE_JAR -> onModulePath(java, jar());
            case PATCHED_MODULE -> {
                Path resources = folder.resolve("resources");
                Files.createDirectories(resources.resolve(FOLDER).getParent());
                Files.move(application.resolve(FOLDER), resources.resolve(FOLDER));
                yield onModulePath(java, application, "--patch-module=app=" + resources);
            }
        };
    }

    private List<String> onClassPath(String java, Path packed) {
        return List.of(java, "--class-path", join(main, packed, libraries.resolve("*")), MAIN);
    }

    private List<String> onModulePath(String java, Path packed, String... options) {
        List<String> command = new ArrayList<>(List.of(java, "--module-path", join(libraries, packed)));
        command.addAll(List.of(options));
        command.addAll(inMigrationModule());
        return command;
    }

    private List<String> inMigrationModule() {
        return List.of(
                "--add-modules=app,org.xerial.sqlitejdbc",
                "--patch-module=dev.lifeboat.migration=" + main,
                "--module=dev.lifeboat.migration/" + MAIN);
    }

    private List<String> image() {
        Path image = folder.resolve("image");
        tool(
                "jlink",
                "--module-path=" + join(libraries, application),
                "--add-modules=app,dev.lifeboat.migration,org.xerial.sqlitejdbc",
                "--output=" + image);
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(inMigrationModule());
        return command;
    }

    private Path jar() {
        Path jar = folder.resolve(application.getFileName() + ".jar");
        tool("jar", "--create", "--file", jar.toString(), "-C", application.toString(), ".");
        return jar;
    }

    private String run(List<String> java, String searcher) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(searcher, "app.Anchor", FOLDER, database.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private void assertThatEveryScriptRan() throws SQLException {
        assertThat(column("SELECT script FROM flyway_schema_history WHERE success = 1 ORDER BY installed_rank"))
                .containsExactly("V9__ninth.sql", "V10__tenth.sql");
        assertThat(column("SELECT text FROM word")).containsExactly("größe");
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static Path flyway(FlywayJar jar) throws URISyntaxException {
        return switch (jar) {
            case PUBLISHED ->
                Path.of(Flyway.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
            case DESCRIBED -> location("flyway.core");
        };
    }

    private static Path location(String module) {
        return Path.of(
                ModuleFinder.of(MODULES).find(module).orElseThrow().location().orElseThrow());
    }

    private static void copyTo(Path folder, Path file) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    private static String join(Path... paths) {
        return String.join(
                File.pathSeparator, Stream.of(paths).map(Path::toString).toList());
    }

    private static void tool(String name, String... arguments) {
        assertThat(ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments))
                .as(name)
                .isZero();
    }
}
