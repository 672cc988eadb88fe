package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library that leaves a mark when it is loaded: whatever in a backup asks for it, nobody loads it. */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the library is compiled for Linux")
class ForeignCodeIT {
    @TempDir
    Path folder;

    private Path library;
    private Path mark;
    private Path made;

    @BeforeEach
    void compileLibrary() throws Exception {
        mark = folder.resolve("mark");
        Path source = Files.writeString(
                folder.resolve("mark.c"),
                "#include <stdio.h>\n__attribute__((constructor)) static void loaded(void) { fclose(fopen(\"" + mark
                        + "\", \"w\")); }\nint sqlite3_extension_init(void) { return 0; }\n");
        library = folder.resolve("mark.so");
        try {
            Process compiler = new ProcessBuilder(
                            "gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(compiler.waitFor()).as(words).isZero();
        } catch (IOException missing) {
            assumeTrue(false, "gcc compiles the library");
        }
        made = Sql.run(
                folder.resolve("made.db"),
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "CREATE TABLE ran (what)",
                "INSERT INTO t VALUES (1, 'restored')",
                "CREATE INDEX i ON t (x)");
    }

    @Test
    void libraryLeavesAMarkWhenItIsLoaded() throws Exception {
        assertThat(Shell.run(made, "SELECT load_extension('" + library + "')")).isPresent();

        assertThat(mark).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW v AS SELECT LOAD AS x",
                "CREATE TABLE d (x DEFAULT (LOAD))",
                "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT LOAD; END",
                "CREATE TRIGGER g BEFORE UPDATE ON t BEGIN SELECT LOAD; END",
                "CREATE TRIGGER g AFTER DELETE ON t BEGIN SELECT LOAD; END",
                "CREATE TRIGGER g AFTER INSERT ON t WHEN LOAD IS NULL BEGIN SELECT 1; END"
            })
    void statementOfASchemaLoadsNothing(String statement) throws Exception {
        Sql.run(made, statement.replace("LOAD", load()));

        assertNothingRuns();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT CHECK (LOAD IS NULL))",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y AS (LOAD))",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y AS (LOAD) STORED)"
            })
    void tableWhoseRowsAskForItLoadsNothing(String definition) throws Exception {
        Sql.rewriteSchema(made, "t", definition.replace("LOAD", load()));

        assertNothingRuns();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE INDEX i ON t (LOAD)", "CREATE INDEX i ON t (x) WHERE LOAD IS NULL"})
    void indexWhoseKeysAskForItLoadsNothing(String definition) throws Exception {
        Sql.rewriteSchema(made, "i", definition.replace("LOAD", load()));

        assertNothingRuns();
    }

    @Test
    void triggersThatRunWhenAnybodyWritesDoNotRunHere() throws Exception {
        Sql.run(
                made,
                "CREATE TRIGGER a AFTER INSERT ON t BEGIN INSERT INTO ran VALUES ('insert'); END",
                "CREATE TRIGGER b AFTER UPDATE ON t BEGIN INSERT INTO ran VALUES ('update'); END",
                "CREATE TRIGGER c AFTER DELETE ON t BEGIN INSERT INTO ran VALUES ('delete'); END");
        Path database = live("app.db");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.adopt(made);

        lifeboat.verify(backup);
        lifeboat.restore(backup);
        lifeboat.create();

        assertThat(Sql.column(database, "SELECT what FROM ran")).isEmpty();
        Sql.run(database, "INSERT INTO t VALUES (2, 'x')", "UPDATE t SET x = 'y'", "DELETE FROM t WHERE id = 2");
        assertThat(Sql.column(database, "SELECT DISTINCT what FROM ran ORDER BY 1"))
                .as("they run when somebody writes")
                .containsExactly("delete", "insert", "update");
    }

    private String load() {
        return "load_extension('" + library + "')";
    }

    /** Over a database, in the place of one that is missing, and as the live database itself. */
    private void assertNothingRuns() throws Exception {
        Lifeboat over = Lifeboat.on(live("app.db"));
        performAll(over, over.adopt(made));
        Path lost = live("lost.db");
        Lifeboat missing = Lifeboat.on(lost);
        Backup backup = missing.adopt(made);
        Files.delete(lost);
        performAll(missing, backup);
        Lifeboat itself = Lifeboat.on(Files.copy(made, folder.resolve("itself.db")));
        refusedOrDone(() -> performAll(itself, itself.create()));

        assertThat(mark).doesNotExist();
    }

    private static void performAll(Lifeboat lifeboat, Backup backup) {
        refusedOrDone(() -> lifeboat.verify(backup));
        refusedOrDone(lifeboat::names);
        refusedOrDone(() -> lifeboat.restore(backup));
        refusedOrDone(() -> lifeboat.service().recover());
        refusedOrDone(lifeboat::create);
    }

    private static void refusedOrDone(ThrowingCallable operation) {
        try {
            operation.call();
        } catch (BackupException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private Path live(String name) throws Exception {
        Path own = Files.createDirectories(folder.resolve("live-" + name));
        return Sql.run(own.resolve(name), "CREATE TABLE t (x)", "INSERT INTO t VALUES ('live')");
    }
}
