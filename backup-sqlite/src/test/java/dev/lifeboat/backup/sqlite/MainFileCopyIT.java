package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shortcut through the kernel: when it is taken, and that no lock of anybody is lost by it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "taken on Linux only")
class MainFileCopyIT {
    private static final String FILL =
            "INSERT INTO t " + DatabaseKind.numbers(9000) + "SELECT i, randomblob(2000) FROM n";

    @TempDir
    Path folder;

    @Test
    void aDatabaseAtRestIsCopiedByteByByte() throws Exception {
        for (String mode : List.of("DELETE", "WAL")) {
            Path database =
                    Sql.run(folder.resolve(mode), "PRAGMA journal_mode = " + mode, "CREATE TABLE t (i, x)", FILL);
            List<Long> progress = new ArrayList<>();

            Path copy = copied(database, (done, total) -> progress.add(done));

            assertThat(copy).hasSameBinaryContentAs(database);
            assertThat(progress).hasSizeGreaterThan(2).isSorted().endsWith(Files.size(database));
        }
    }

    @Test
    void whatIsOnlyInTheLogIsLeftToSqlite() throws Exception {
        Path database = Crash.withHotLog(folder.resolve("app.db"));
        Path copy = Files.createFile(folder.resolve("copy"));

        assertThat(MainFileCopy.copy(database, Files.size(database), copy, Monitor.NONE))
                .isFalse();
        assertThat(copy).isEmptyFile();
    }

    @Test
    void aFileShorterThanItsTransactionSaysIsLeftToSqlite() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)");
        Path copy = Files.createFile(folder.resolve("copy"));

        assertThat(MainFileCopy.copy(database, Files.size(database) + 1, copy, Monitor.NONE))
                .isFalse();
        assertThat(copy).isEmptyFile();
    }

    @Test
    void commitsOfOthersDuringTheCopyDoNotComeIntoIt() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)", FILL);
        byte[] before = Files.readAllBytes(database);
        Path copy = Files.createFile(folder.resolve("copy"));
        try (OtherApplication other = OtherApplication.connectedTo(database);
                LiveSqlite live = LiveSqlite.open(database, BackupConfiguration.of(database))) {
            live.copyTo(copy, (done, total) -> commitAndWriteBack(other));

            assertThat(live.changedSinceCopy()).isTrue();
        }

        assertThat(database.toFile()).hasSize(before.length);
        assertThat(Sql.value(database, "SELECT count(*) FROM t WHERE x = 'changed'"))
                .isEqualTo("9000");
        Bytes.write(copy, 18, new byte[] {2, 2});
        assertThat(copy).hasBinaryContent(before);
    }

    @Test
    void idleConnectionOfThisProcessIsStillSeenByOthers() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)");
        try (Connection ours = Sql.open(database)) {
            Sql.run(ours, "INSERT INTO t VALUES (1, 'ours')", "PRAGMA wal_checkpoint(TRUNCATE)");

            Lifeboat.on(database).create();
            try (OtherApplication other = OtherApplication.connectedTo(database, "PRAGMA busy_timeout = 50")) {
                // Possible only for whoever finds himself alone.
                assertThat(other.tell("PRAGMA journal_mode = DELETE")).contains("SQLITE_BUSY");
            }
        }
    }

    @Test
    void interruptedThreadLosesNoLock() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)", FILL);
        try (Connection ours = Sql.open(database)) {
            Sql.run(ours, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (0, 'ours')");

            Thread.currentThread().interrupt();
            Path copy = copied(database, (done, total) -> Thread.currentThread().interrupt());

            assertThat(Thread.interrupted()).isTrue();
            assertIsHeld(database);
            assertThat(copy.toFile()).hasSize(Files.size(database));
        }
    }

    @Test
    void fileThatTookThePlaceOfAnotherIsTheOneCopied() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)");
        copied(database, Monitor.NONE);
        Path other = Sql.run(folder.resolve("other.db"), "CREATE TABLE other (i)", "INSERT INTO other VALUES (1)");
        byte[] content = Files.readAllBytes(other);

        Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);

        assertThat(copied(database, Monitor.NONE)).hasBinaryContent(content);
    }

    @Test
    void keptChannelIsNobodyWhoHasTheDatabaseOpenButAConnectionIs() throws Exception {
        Path database =
                Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)").toRealPath();
        copied(database, Monitor.NONE);
        assertThat(KeptChannels.hasOne(database)).isTrue();

        OpenElsewhere.refuse(database, Duration.ZERO);
        try (Connection ours = Sql.open(database)) {
            Sql.run(ours, "INSERT INTO t VALUES (1, 'ours')");
            Lifeboat.failure(BackupError.DATABASE_BUSY, () -> OpenElsewhere.refuse(database, Duration.ZERO));
        }
    }

    /** Other tests in this process leave more than that behind them. */
    @Test
    void deletedDatabasesMakeRoomForOthers() throws Exception {
        for (int i = 0; i < 100; i++) {
            Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)");
            copied(database, Monitor.NONE);
            Files.delete(database);
        }

        assertThat(openDeleted()).isLessThanOrEqualTo(1);
    }

    @Test
    void deletedDatabaseThatIsStillInUseKeepsItsLocks() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)");
        Path other = Sql.run(folder.resolve("other.db"), "CREATE TABLE t (i, x)");
        copied(database, Monitor.NONE);
        try (Connection ours = Sql.open(database)) {
            Sql.run(ours, "BEGIN IMMEDIATE", "INSERT INTO t VALUES (0, 'ours')");
            Files.delete(database);

            copied(other, Monitor.NONE);

            assertThat(openDeleted()).isEqualTo(2);
        }
    }

    /** How many descriptors this process has to files that are no longer in this test's folder. */
    private long openDeleted() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.filter(descriptor -> {
                        String target = target(descriptor);
                        return target.startsWith(folder.toString()) && target.endsWith(".db (deleted)");
                    })
                    .count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    @Test
    void destroyedDatabaseIsReplacedInTheProcessThatCopiedIt() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i, x)", FILL);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Bytes.write(database, 0, new byte[100]);

        lifeboat.restore(backup);

        assertThat(Sql.value(database, "SELECT count(*) FROM t")).isEqualTo("9000");
        assertThat(DatabaseContent.ofBackup(lifeboat.create().path())).isEqualTo(DatabaseContent.of(database));
    }

    private Path copied(Path database, Monitor monitor) throws Exception {
        Path copy = Files.createTempFile(folder, "copy", "");
        try (Connection pinned = Sql.open(database)) {
            Sql.run(pinned, "BEGIN");
            Sql.column(pinned, "SELECT count(*) FROM sqlite_schema");
            assertThat(MainFileCopy.copy(database, Files.size(database), copy, monitor))
                    .isTrue();
        }
        return copy;
    }

    private static void assertIsHeld(Path database) throws Exception {
        try (OtherApplication other = OtherApplication.connectedTo(database, "PRAGMA busy_timeout = 50")) {
            assertThat(other.tell("BEGIN IMMEDIATE")).contains("SQLITE_BUSY");
        }
    }

    private static void commitAndWriteBack(OtherApplication other) {
        try {
            other.run("UPDATE t SET x = 'changed'");
            other.tell("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
