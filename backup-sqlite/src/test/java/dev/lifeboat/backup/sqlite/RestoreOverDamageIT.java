package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A broken, emptied or lost live database never stands in the way of its own repair, and what was left of it is kept
 * byte for byte.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "looks at inodes and makes special files")
class RestoreOverDamageIT {
    @TempDir
    Path folder;

    private Path database;
    private Backup backup;
    private DatabaseContent good;

    @BeforeEach
    void backUp() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT UNIQUE, n INT)",
                "INSERT INTO t " + DatabaseKind.numbers(1000) + "SELECT i, hex(randomblob(100)), 3 FROM n");
        good = DatabaseContent.of(database);
        backup = Lifeboat.on(database).create();
        Sql.run(database, "INSERT INTO t VALUES (-1, 'live', 3)");
    }

    @ParameterizedTest
    @EnumSource
    void writeAheadDatabaseIsRepairedAndItsFilesAreKept(Damage damage) throws Exception {
        damage.inflict(database);

        repairs(files());
    }

    @ParameterizedTest
    @EnumSource
    void rollbackDatabaseIsRepairedAndItsFilesAreKept(Damage damage) throws Exception {
        Sql.run(database, "PRAGMA journal_mode = DELETE");
        damage.inflict(database);

        repairs(files());
    }

    @ParameterizedTest
    @EnumSource
    void commitsInTheLogBesideADamagedDatabaseAreKeptAndNotMixedIntoTheRestoredOne(Damage damage) throws Exception {
        Crash.leaveLog(database, "UPDATE t SET n = 4 WHERE i = 3");
        damage.inflict(database);

        repairs(files());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ZERO_BYTES", "ONE_BYTE", "TEXT_FILE", "RANDOM_BYTES", "FIRST_TEN_KILOBYTES_ZEROED"})
    void logThatHoldsEveryPageHealsADamagedDatabaseForTheSafetyBackup(Damage damage) throws Exception {
        Crash.leaveLog(database, "VACUUM", "UPDATE t SET x = 'old ' || x");
        damage.inflict(database);

        RestoreResult result = Lifeboat.on(database).restore(backup);

        DatabaseContent saved =
                DatabaseContent.ofBackup(result.safetyBackup().orElseThrow().path());
        assertThat(saved.rows().get("t").get(0)).isEqualTo("1001 rows");
        assertRestored();
    }

    @Test
    void lostDatabaseIsRestored() throws Exception {
        Files.delete(database);

        RestoreResult result = Lifeboat.on(database).restore(backup);

        assertThat(result.safetyBackup()).isEmpty();
        assertThat(result.preserved()).isEmpty();
        assertRestored();
    }

    @Test
    void logOfALostDatabaseIsKeptAndNotMixedIntoTheRestoredOne() throws Exception {
        Crash.leaveLog(database, "UPDATE t SET x = 'old ' || x");
        Files.delete(database);

        repairs(files());
    }

    @Test
    void journalBesideAnEmptiedDatabaseIsKeptAndNotPlayedBack() throws Exception {
        Files.delete(database);
        Crash.withHotJournal(database);
        Bytes.truncate(database, 0);

        repairs(files());
    }

    @Test
    void journalBesideADatabaseWithoutAHeaderIsKeptAndNotPlayedBack() throws Exception {
        Files.delete(database);
        Crash.withHotJournal(database);
        Bytes.write(database, 0, Bytes.random(9, 100));

        repairs(files());
    }

    @Test
    void halfWrittenTransactionIsUndoneOnlyAfterTheRawFilesAreKeptAndThenTheSafetyBackupHoldsTheOldData()
            throws Exception {
        Files.delete(database);
        Crash.withHotJournal(database);
        Map<String, String> raw = files();
        TreeMap<String, String> seen = new TreeMap<>();
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            void copied(Path copy) {
                seen.putAll(preserved());
            }
        });

        RestoreResult result = lifeboat.restore(backup);

        assertThat(seen).isEqualTo(raw);
        assertThat(raw).containsKeys("app.db", "app.db-journal");
        DatabaseContent saved =
                DatabaseContent.ofBackup(result.safetyBackup().orElseThrow().path());
        assertThat(saved.rows().get("t")).hasSize(500).noneMatch(row -> row.contains("half"));
        assertThat(lifeboat.service().list().preserved()).isEmpty();
        assertRestored();
    }

    @Test
    void rawFilesOfAHalfWrittenTransactionAreKeptWhenTheSafetyBackupCannotBeMade() throws Exception {
        Files.delete(database);
        Crash.withHotJournal(database);
        Map<String, String> raw = files();
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            void copied(Path copy) throws BackupException {
                throw new BackupException(BackupError.DATABASE_DAMAGED, Message.literal("staged by the test"));
            }
        });

        RestoreResult result = lifeboat.restore(backup);

        assertThat(result.safetyBackup()).isEmpty();
        assertThat(preserved()).isEqualTo(raw);
        assertRestored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "folder with content", "pipe"})
    void whatIsNoFileIsNeverReplaced(String what) throws Exception {
        Files.delete(database);
        if (what.equals("pipe")) {
            assertThat(new ProcessBuilder("mkfifo", database.toString()).start().waitFor())
                    .isZero();
        } else {
            Files.createDirectories(what.equals("folder") ? database : database.resolve("inside"));
        }
        FileState before = FileState.of(database);

        BackupException failure = Lifeboat.failure(
                BackupError.RESTORE_FAILED, () -> Lifeboat.on(database).restore(backup));

        assertThat(failure.hint(Locale.ENGLISH)).contains("Move it away");
        assertThat(FileState.of(database)).isEqualTo(before);
        Lifeboat.failure(
                BackupError.DATABASE_DAMAGED, () -> Lifeboat.on(database).create());
        Lifeboat.on(database).assertNothingStray();
    }

    private void repairs(Map<String, String> raw) throws Exception {
        RestoreResult result = Lifeboat.on(database).restore(backup);

        assertThat(result.safetyBackup()).isEmpty();
        assertThat(result.preserved())
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(raw.keySet());
        assertThat(preserved()).isEqualTo(raw);
        assertThat(Lifeboat.on(database).service().list().preserved()).hasSize(1);
        assertRestored();
    }

    private void assertRestored() throws Exception {
        assertThat(DatabaseContent.of(database)).isEqualTo(good);
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(FileState.ofDatabase(database)).containsOnlyKeys("");
        Lifeboat.on(database).assertNothingStray();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("app.db", "app.db-wal", "app.db-shm", "app.db-journal")) {
            if (Files.exists(folder.resolve(name))) {
                files.put(name, content(folder.resolve(name)));
            }
        }
        return files;
    }

    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean rebuiltByEveryReader = file.toString().endsWith("-shm");
        return bytes.length + " bytes" + (rebuiltByEveryReader ? "" : ", hash " + Arrays.hashCode(bytes));
    }

    /** All files of the only folder of preserved ones. */
    private Map<String, String> preserved() {
        try (Stream<Path> tree = Files.walk(folder.resolve("backups"))) {
            Map<String, String> files = new TreeMap<>();
            for (Path file : tree.filter(
                            path -> path.getParent().getFileName().toString().startsWith("preserved_"))
                    .toList()) {
                files.put(file.getFileName().toString(), content(file));
            }
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
