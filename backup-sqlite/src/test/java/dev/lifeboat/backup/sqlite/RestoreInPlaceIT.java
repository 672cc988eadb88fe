package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A sound live database is replaced without changing the file, so that other processes that have it open stay right.
 */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "compares inodes")
class RestoreInPlaceIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void fileItsModeAndItsJournalModeStay(String mode) throws Exception {
        Path database = database(mode);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw----"));
        Backup backup = Lifeboat.on(database).create();
        Sql.run(database, "UPDATE t SET x = 'live'");
        FileState before = FileState.of(database);

        Lifeboat.on(database).restore(backup);

        FileState after = FileState.of(database);
        assertThat(after.inode()).isEqualTo(before.inode());
        assertThat(after.permissions()).isEqualTo(before.permissions());
        assertThat(Sql.value(database, "PRAGMA journal_mode")).isEqualToIgnoringCase(mode);
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("restored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void idleConnectionOfAnotherProcessSeesTheRestoredDataAndGoesOn(String mode) throws Exception {
        Path database = database(mode);
        Backup backup = Lifeboat.on(database).create();
        try (OtherApplication other = OtherApplication.connectedTo(
                database,
                "UPDATE t SET x = 'live'",
                "SELECT x FROM t",
                "CREATE TABLE more AS SELECT randomblob(100000)")) {

            Lifeboat.on(database).restore(backup);

            assertThat(other.run("SELECT x FROM t")).isEqualTo("restored");
            assertThat(other.tell("SELECT count(*) FROM more")).contains("no such table");
            assertThat(other.run("INSERT INTO t VALUES ('afterwards')", "PRAGMA integrity_check"))
                    .isEqualTo("ok");
        }
        assertThat(Sql.column(database, "SELECT x FROM t")).containsExactly("restored", "afterwards");
    }

    @Test
    void anotherLayoutOfARollbackDatabaseIsTakenOverUnderAnIdleConnection() throws Exception {
        Path database = database("DELETE");
        Path other = Sql.run(
                folder.resolve("other.db"),
                "PRAGMA page_size = 1024",
                "PRAGMA auto_vacuum = FULL",
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES ('restored')",
                "CREATE TABLE gone (x)",
                "INSERT INTO gone VALUES (zeroblob(50000))");
        Backup backup = Lifeboat.on(database).adopt(other);
        FileState before = FileState.of(database);
        try (OtherApplication idle = OtherApplication.connectedTo(database, "SELECT x FROM t")) {

            Lifeboat.on(database).restore(backup);

            assertThat(idle.run("DELETE FROM gone", "INSERT INTO t VALUES ('afterwards')", "PRAGMA integrity_check"))
                    .isEqualTo("ok");
        }
        assertThat(FileState.of(database).inode()).isEqualTo(before.inode());
        assertThat(Sql.value(database, "PRAGMA page_size")).isEqualTo("1024");
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void anotherAutoVacuumOfAWriteAheadDatabaseIsTakenOverUnderAnIdleConnection() throws Exception {
        Path database = database("WAL");
        Backup backup = Lifeboat.on(database)
                .adopt(Sql.run(
                        folder.resolve("other.db"),
                        "PRAGMA auto_vacuum = FULL",
                        "CREATE TABLE t (x)",
                        "INSERT INTO t VALUES ('restored')",
                        "CREATE TABLE gone (x)",
                        "INSERT INTO gone VALUES (zeroblob(500000))"));
        try (OtherApplication idle = OtherApplication.connectedTo(database, "SELECT x FROM t")) {

            Lifeboat.on(database).restore(backup);

            assertThat(idle.run("DELETE FROM gone", "INSERT INTO t VALUES ('afterwards')", "PRAGMA integrity_check"))
                    .isEqualTo("ok");
        }
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Sql.column(database, "SELECT x FROM t")).containsExactly("restored", "afterwards");
        assertThat(Files.size(database)).isLessThan(100_000);
    }

    @Test
    void anotherEncodingIsTakenOverAndAnIdleConnectionDoesNoHarm() throws Exception {
        Path database = database("WAL");
        Backup backup = Lifeboat.on(database)
                .adopt(Sql.run(
                        folder.resolve("other.db"),
                        "PRAGMA encoding = 'UTF-16le'",
                        "CREATE TABLE t (x)",
                        "INSERT INTO t VALUES ('größer')"));
        try (OtherApplication idle = OtherApplication.connectedTo(database, "SELECT x FROM t")) {

            Lifeboat.on(database).restore(backup);
            idle.tell("INSERT INTO t VALUES ('afterwards')");
        }

        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("größer");
    }

    @Test
    void anotherPageSizeUnderAWriteAheadLogIsReplacedByRenaming() throws Exception {
        Path database = database("WAL");
        Backup backup = Lifeboat.on(database)
                .adopt(Sql.run(
                        folder.resolve("other.db"),
                        "PRAGMA page_size = 1024",
                        "CREATE TABLE t (x)",
                        "INSERT INTO t VALUES ('restored')"));
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw----"));
        Crash.leaveLog(database, "UPDATE t SET x = 'only in the log'");
        FileState before = FileState.of(database);

        RestoreResult result = Lifeboat.on(database).restore(backup);

        assertThat(FileState.of(database).inode()).isNotEqualTo(before.inode());
        assertThat(FileState.of(database).permissions()).isEqualTo(before.permissions());
        assertThat(FileState.ofDatabase(database)).containsOnlyKeys("");
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("restored");
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(DatabaseContent.ofBackup(result.safetyBackup().orElseThrow().path())
                        .rows()
                        .get("t"))
                .containsExactly("integer 1 | text only in the log");
        Lifeboat.on(database).assertNothingStray();
    }

    private Path database(String mode) throws Exception {
        return Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = " + mode,
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES ('restored')");
    }
}
