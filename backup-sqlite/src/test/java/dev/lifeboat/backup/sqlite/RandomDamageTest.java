package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes overwritten at random, with seeds that repeat: nothing hangs, nothing unforeseen is thrown, and no good data is
 * lost.
 */
@Timeout(120)
class RandomDamageTest {
    private static final int LIVE_ROUNDS = 60;
    private static final int BACKUP_ROUNDS = 150;

    @TempDir
    Path folder;

    private Path database;
    private DatabaseContent good;
    private Lifeboat lifeboat;
    private Backup backup;

    @BeforeEach
    void backUp() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA page_size = 1024",
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT UNIQUE)",
                "CREATE TABLE w (k TEXT PRIMARY KEY, b BLOB) WITHOUT ROWID",
                "CREATE VIRTUAL TABLE f USING fts5(body)",
                "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
                "CREATE VIEW v AS SELECT * FROM t",
                "INSERT INTO t " + DatabaseKind.numbers(60) + "SELECT i, hex(randomblob(20)) FROM n",
                "INSERT INTO w " + DatabaseKind.numbers(20) + "SELECT 'key ' || i, zeroblob(i * 50) FROM n",
                "INSERT INTO f " + DatabaseKind.numbers(40) + "SELECT 'text ' || i FROM n",
                "INSERT INTO r " + DatabaseKind.numbers(60) + "SELECT i, i, i + 1 FROM n");
        good = DatabaseContent.of(database);
        lifeboat = Lifeboat.on(database);
        backup = lifeboat.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void anyDamagedLiveDatabaseCanBeRestoredOverAndIsKept(String mode) throws Exception {
        Sql.run(database, "PRAGMA journal_mode = " + mode);
        byte[] sound = Files.readAllBytes(database);
        for (int seed = 0; seed < LIVE_ROUNDS; seed++) {
            Files.write(database, damaged(sound, seed));

            RestoreResult result = lifeboat.restore(backup);

            assertThat(DatabaseContent.of(database)).as("seed " + seed).isEqualTo(good);
            assertThat(result.safetyBackup().isPresent())
                    .as("seed " + seed)
                    .isNotEqualTo(!result.preserved().isEmpty());
            if (!result.preserved().isEmpty()) {
                assertThat(result.preserved().get(0)).as("seed " + seed).hasBinaryContent(damaged(sound, seed));
            }
            tidyUp(result);
        }
        lifeboat.assertNothingStray();
    }

    @Test
    void anyDamagedBackupWithoutARecordIsJudgedAndNeverBreaksTheLiveDatabase() throws Exception {
        byte[] sound = Files.readAllBytes(backup.path());
        FileState live = FileState.of(database);
        Path copy = folder.resolve("damaged");
        int damaged = 0;
        for (int seed = 0; seed < BACKUP_ROUNDS; seed++) {
            Files.write(copy, damaged(sound, seed));
            Backup untrusted = lifeboat.adopt(copy);

            Verification verification = lifeboat.verify(untrusted);

            if (verification instanceof Verification.Damaged) {
                damaged++;
                Lifeboat.failure(BackupError.INTEGRITY_FAILED, () -> lifeboat.restore(untrusted));
                assertThat(FileState.of(database)).as("seed " + seed).isEqualTo(live);
            }
        }

        assertThat(damaged).isGreaterThan(BACKUP_ROUNDS / 2);
        assertThat(DatabaseContent.of(database)).isEqualTo(good);
        lifeboat.assertNothingStray();
    }

    @Test
    void damageThatOnlyTheRecordShowsIsRefusedWithIt() throws Exception {
        byte[] sound = Files.readAllBytes(backup.path());
        for (int seed = 0; seed < LIVE_ROUNDS; seed++) {
            Files.write(backup.path(), damaged(sound, seed));

            BackupException failure = Lifeboat.failure(BackupError.INTEGRITY_FAILED, () -> lifeboat.restore(backup));

            assertThat(failure.path()).as("seed " + seed).contains(backup.path());
        }
        assertThat(DatabaseContent.of(database)).isEqualTo(good);
    }

    private static byte[] damaged(byte[] sound, int seed) {
        Random random = new Random(seed);
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            byte[] garbage = Bytes.random(random.nextLong(), random.nextInt(1, 40));
            System.arraycopy(garbage, 0, bytes, random.nextInt(bytes.length - garbage.length), garbage.length);
        }
        return bytes;
    }

    private void tidyUp(RestoreResult result) throws IOException, BackupException {
        if (result.safetyBackup().isPresent()) {
            lifeboat.service().delete(result.safetyBackup().get().name());
        }
        for (Path file : result.preserved()) {
            Files.delete(file);
        }
        if (!result.preserved().isEmpty()) {
            Files.delete(result.preserved().get(0).getParent());
        }
    }
}
