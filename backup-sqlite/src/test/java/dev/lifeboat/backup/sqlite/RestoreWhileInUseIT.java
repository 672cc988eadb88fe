package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreResult;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other connections hold the database while it is to be restored: none is broken into, and what is refused leaves no
 * trace.
 */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "compares inodes")
class RestoreWhileInUseIT {
    @TempDir
    Path folder;

    @Test
    void forgottenIdleConnectionInThisProcessSeesTheRestoredDataAndKeepsItsLocks() throws Exception {
        Path database = database("WAL");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Sql.run(database, "UPDATE t SET x = 'live'");
        try (Connection forgotten = Sql.open(database)) {
            Sql.column(forgotten, "SELECT x FROM t");

            lifeboat.restore(backup);
            Sql.run(forgotten, "BEGIN IMMEDIATE", "INSERT INTO t VALUES ('afterwards')");
            try (OtherApplication other = OtherApplication.connectedTo(database, "PRAGMA busy_timeout = 50")) {
                assertThat(other.tell("BEGIN IMMEDIATE")).contains("SQLITE_BUSY");
            }
            Sql.run(forgotten, "COMMIT");
        }

        assertThat(Sql.column(database, "SELECT x FROM t")).containsExactly("restored", "afterwards");
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void replacingByRenamingIsRefusedWhileAnotherProcessHasAnIdleConnection(String mode) throws Exception {
        Path database = database(mode);
        Backup backup = Lifeboat.on(database).create();
        try (OtherApplication other =
                OtherApplication.connectedTo(database, "UPDATE t SET x = 'live'", "SELECT x FROM t")) {
            Bytes.write(database, 0, Bytes.random(1, 16));
            Map<String, FileState> before = FileState.ofDatabase(database);

            BackupException failure = Lifeboat.failure(
                    BackupError.DATABASE_BUSY, () -> Lifeboat.on(database).restore(backup));

            assertThat(failure.getMessage()).contains("open in another process").contains(String.valueOf(other.pid()));
            assertThat(FileState.ofDatabase(database)).isEqualTo(before);
            assertThat(Lifeboat.on(database).service().list().preserved()).isEmpty();
        }
        Lifeboat.on(database).restore(backup);
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("restored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void transactionOfAnotherProcessIsNeverBrokenInto(String mode) throws Exception {
        Path database = database(mode);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Sql.run(database, "UPDATE t SET x = 'live'");
        try (OtherApplication other =
                OtherApplication.connectedTo(database, "BEGIN IMMEDIATE", "INSERT INTO t VALUES ('uncommitted')")) {

            Lifeboat.failure(BackupError.DATABASE_BUSY, () -> lifeboat.restore(backup));
            other.run("COMMIT");

            assertThat(lifeboat.names()).containsExactly(backup.name());
            lifeboat.assertNothingStray();
            assertThat(other.run("SELECT x FROM t")).isEqualTo("live,uncommitted");
            assertThat(other.run("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void exclusiveLockOfAnotherProcessIsRespectedByCreateAndRestore(String mode) throws Exception {
        Path database = database(mode);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        try (OtherApplication other = OtherApplication.connectedTo(
                database, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "UPDATE t SET x = 'live'", "COMMIT")) {

            Lifeboat.failure(BackupError.DATABASE_BUSY, lifeboat::create);
            Lifeboat.failure(BackupError.DATABASE_BUSY, () -> lifeboat.restore(backup));

            assertThat(other.run("SELECT x FROM t")).isEqualTo("live");
            assertThat(lifeboat.names()).containsExactly(backup.name());
            lifeboat.assertNothingStray();
        }
    }

    @Test
    void readerInTheMiddleOfAQueryKeepsItsViewOfAWriteAheadDatabase() throws Exception {
        Path database = database("WAL");
        Backup backup = Lifeboat.on(database).create();
        try (OtherApplication other =
                OtherApplication.connectedTo(database, "UPDATE t SET x = 'live'", "BEGIN", "SELECT x FROM t")) {

            RestoreResult result = Lifeboat.on(database).restore(backup);

            assertThat(result.warnings()).isEmpty();
            assertThat(other.run("SELECT x FROM t")).isEqualTo("live");
            assertThat(other.run("COMMIT", "SELECT x FROM t")).isEqualTo("restored");
            assertThat(other.run("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }

    @Test
    void readerInTheMiddleOfAQueryOfARollbackDatabaseIsNotDisturbed() throws Exception {
        Path database = database("DELETE");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        try (OtherApplication other =
                OtherApplication.connectedTo(database, "UPDATE t SET x = 'live'", "BEGIN", "SELECT x FROM t")) {

            Lifeboat.failure(BackupError.DATABASE_BUSY, () -> lifeboat.restore(backup));

            assertThat(other.run("SELECT x FROM t")).isEqualTo("live");
            assertThat(lifeboat.names()).containsExactly(backup.name());
            lifeboat.assertNothingStray();
        }
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void forgottenConnectionInThisProcessIsFoundBeforeFilesAreRenamed() throws Exception {
        Path database = database("WAL");
        Backup backup = Lifeboat.on(database).create();
        Bytes.write(database, 0, Bytes.random(1, 16));
        try (var forgotten = FileChannel.open(database)) {

            BackupException failure = Lifeboat.failure(
                    BackupError.DATABASE_BUSY, () -> Lifeboat.on(database).restore(backup));

            assertThat(failure.message()).extracting(Message::key).isEqualTo("error.database-open-elsewhere");
            assertThat(forgotten.isOpen()).isTrue();
        }
    }

    private Path database(String mode) throws Exception {
        return Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = " + mode,
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES ('restored')");
    }
}
