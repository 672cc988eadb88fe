package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A backup reads. What it leaves beside the database is what was there before. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "compares inodes and modes")
class CreateLeavesNoTraceIT {
    private static final String FILL = "INSERT INTO t " + DatabaseKind.numbers(500) + "SELECT i, randomblob(50) FROM n";

    @TempDir
    Path folder;

    @Test
    void cleanWriteAheadDatabaseStaysAloneAndUntouched() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)", FILL);
        Map<String, FileState> before = FileState.ofDatabase(database);

        Backup backup = Lifeboat.on(database).create();

        assertThat(before).containsOnlyKeys("");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(DatabaseContent.ofBackup(backup.path())).isEqualTo(DatabaseContent.of(database));
    }

    @Test
    void rollbackDatabaseStaysAloneAndUntouched() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)", FILL);
        Map<String, FileState> before = FileState.ofDatabase(database);

        Lifeboat.on(database).create();

        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void verifyAndListAndRestoreLeaveTheBackupUntouched() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)", FILL);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Map<String, FileState> before = FileState.ofDatabase(backup.path());

        lifeboat.verify(backup);
        lifeboat.names();
        lifeboat.restore(backup);

        assertThat(FileState.ofDatabase(backup.path())).isEqualTo(before);
    }

    @Test
    void failedVerificationOfTheCopyLeavesTheDatabaseUntouchedToo() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)", FILL);
        Bytes.write(database, 3 * 4096, Bytes.random(1, 4096));
        Map<String, FileState> before = FileState.ofDatabase(database);

        Lifeboat.failure(
                BackupError.DATABASE_DAMAGED, () -> Lifeboat.on(database).create());

        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void logOfAKilledApplicationStaysAsItWasAndItsCommitsAreInTheBackup() throws Exception {
        Path database = Crash.withHotLog(folder.resolve("app.db"));
        FileState main = FileState.of(database);
        FileState log = FileState.of(folder.resolve("app.db-wal"));

        Backup backup = Lifeboat.on(database).create();

        assertThat(FileState.of(database)).isEqualTo(main);
        assertThat(FileState.of(folder.resolve("app.db-wal"))).isEqualTo(log);
        assertThat(log.size()).isPositive();
        assertThat(backup.metadata().orElseThrow().tableRows()).containsEntry("t", 500L);
        assertThat(DatabaseContent.ofBackup(backup.path())).isEqualTo(DatabaseContent.of(database));
    }

    @Test
    void logThatCameWithoutItsIndexIsReadAndKept() throws Exception {
        Path database = Crash.withHotLog(folder.resolve("app.db"));
        Files.delete(folder.resolve("app.db-shm"));
        FileState log = FileState.of(folder.resolve("app.db-wal"));

        Backup backup = Lifeboat.on(database).create();

        assertThat(FileState.of(folder.resolve("app.db-wal"))).isEqualTo(log);
        assertThat(backup.metadata().orElseThrow().tableRows()).containsEntry("t", 500L);
    }

    @Test
    void connectionOfAnotherApplicationKeepsWorking() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)", FILL);
        try (OtherApplication other =
                OtherApplication.connectedTo(database, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (501, 'open')")) {

            Backup backup = Lifeboat.on(database).create();
            other.run("COMMIT", "INSERT INTO t VALUES (502, 'after')");

            assertThat(backup.metadata().orElseThrow().tableRows()).containsEntry("t", 500L);
            assertThat(other.run("SELECT count(*) FROM t")).isEqualTo("502");
            assertThat(other.run("PRAGMA integrity_check")).isEqualTo("ok");
        }
        assertThat(Lifeboat.files(folder)).containsExactly("app.db", "app.db.lock", "backups");
    }

    @Test
    void connectionInThisProcessKeepsItsLocks() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)");
        try (Connection ours = Sql.open(database)) {
            Sql.run(ours, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (1, 'ours')");

            Lifeboat.on(database).create();
            try (OtherApplication other = OtherApplication.connectedTo(database, "PRAGMA busy_timeout = 50")) {
                assertThat(other.tell("BEGIN IMMEDIATE")).contains("SQLITE_BUSY");
            }
            Sql.run(ours, "COMMIT");
        }

        assertThat(Sql.value(database, "SELECT count(*) FROM t")).isEqualTo("1");
    }

    @Test
    void transactionThatACrashLeftHalfWrittenIsNotInTheBackup() throws Exception {
        Path database = Crash.withHotJournal(folder.resolve("app.db"));

        Backup backup = Lifeboat.on(database).create();

        assertThat(backup.metadata().orElseThrow().tableRows()).containsEntry("t", 500L);
        assertThat(Sql.value(database, "SELECT count(*) FROM t WHERE x = 'half'"))
                .isEqualTo("0");
        assertThat(Lifeboat.on(database).verify(backup)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void progressNeverGoesBackAndEndsAtAHundred() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (i, x)",
                "INSERT INTO t " + DatabaseKind.numbers(5000) + "SELECT i, randomblob(4000) FROM n");
        List<Integer> percents = new CopyOnWriteArrayList<>();

        Lifeboat.on(database)
                .service()
                .create(CreateRequest.manual("test"), progress -> percents.add(progress.percent()));

        assertThat(percents).isSorted().endsWith(100).hasSizeGreaterThan(5);
    }
}
