package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process commits a thousand times a second: every backup ends, and is one moment of the database. */
@Timeout(180)
class CreateUnderWritersIT {
    private static final int BACKUPS = 4;
    private static final int RESTORES = 8;
    private static final int MEGABYTES = 30;

    @TempDir
    Path folder;

    @Test
    void writeAheadDatabaseIsBackedUpWhileItIsWrittenAndTheWriterNeverHasToWait() throws Exception {
        Path database = BusyWriter.database(folder.resolve("app.db"), "WAL", MEGABYTES);
        BusyWriter.Outcome outcome;
        List<Backup> backups;
        try (BusyWriter writer = BusyWriter.on(database)) {
            backups = createSeveral(database);
            outcome = writer.stop();
        }

        assertConsistent(database, backups);
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.commits()).isEqualTo(Long.parseLong(Sql.value(database, "SELECT count(*) FROM moves")));
    }

    @Test
    void rollbackDatabaseIsBackedUpWhileItIsWritten() throws Exception {
        Path database = BusyWriter.database(folder.resolve("app.db"), "DELETE", MEGABYTES);
        BusyWriter.Outcome outcome;
        List<Backup> backups;
        try (BusyWriter writer = BusyWriter.on(database)) {
            backups = createSeveral(database);
            outcome = writer.stop();
        }

        assertConsistent(database, backups);
        assertThat(outcome.commits()).isEqualTo(Long.parseLong(Sql.value(database, "SELECT count(*) FROM moves")));
    }

    @Test
    void databaseWhoseSchemaAndPagesKeepMovingIsBackedUp() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE kept AS " + DatabaseKind.numbers(20_000) + "SELECT i, randomblob(200) AS x FROM n");
        List<Backup> backups = new ArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        Thread mover = new Thread(() -> moveUntil(ended, database));
        mover.start();
        try {
            backups.addAll(createSeveral(database));
        } finally {
            ended.set(true);
            mover.join();
        }

        for (Backup backup : backups) {
            assertThat(Lifeboat.on(database).verify(backup)).isInstanceOf(Verification.Intact.class);
            assertThat(backup.metadata().orElseThrow().tableRows()).containsEntry("kept", 20_000L);
        }
    }

    @Test
    void restoreUnderAWriterEndsInOneOfTheTwoHistories() throws Exception {
        Path database = BusyWriter.database(folder.resolve("app.db"), "WAL", 1);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        List<BackupError> refusals = new ArrayList<>();
        try (BusyWriter writer = BusyWriter.on(database)) {
            for (int i = 0; i < RESTORES; i++) {
                try {
                    lifeboat.restore(backup);
                } catch (BackupException failure) {
                    refusals.add(failure.error());
                }
            }
            writer.stop();
        }

        assertThat(refusals).isSubsetOf(BackupError.DATABASE_BUSY, BackupError.UNKNOWN);
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Sql.value(database, "SELECT a.n + b.n FROM a, b")).isEqualTo(String.valueOf(BusyWriter.SUM));
        assertThat(Sql.value(database, "SELECT b.n - total(amount) FROM b, moves"))
                .isEqualTo("0.0");
        lifeboat.assertNothingStray();
    }

    /** The patience of an application, not that of a test. */
    private static List<Backup> createSeveral(Path database) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(BackupConfiguration.of(database));
        List<Backup> backups = new ArrayList<>();
        for (int i = 0; i < BACKUPS; i++) {
            backups.add(lifeboat.create());
        }
        return backups;
    }

    private static void assertConsistent(Path database, List<Backup> backups) throws Exception {
        long before = 0;
        for (Backup backup : backups) {
            assertThat(Lifeboat.on(database).verify(backup))
                    .isEqualTo(new Verification.Intact(backup.name(), List.of()));
            DatabaseContent content = DatabaseContent.ofBackup(backup.path());
            long a = number(content, "a");
            long b = number(content, "b");
            assertThat(a + b).isEqualTo(BusyWriter.SUM);
            long moves = backup.metadata().orElseThrow().tableRows().get("moves");
            assertThat(moves).as("commits since the backup before").isGreaterThan(before);
            before = moves;
        }
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Sql.value(database, "SELECT a.n + b.n FROM a, b")).isEqualTo(String.valueOf(BusyWriter.SUM));
    }

    private static void moveUntil(AtomicBoolean ended, Path database) {
        try (Connection connection = Sql.open(database)) {
            while (!ended.get()) {
                Sql.run(
                        connection,
                        "CREATE TABLE moved AS SELECT * FROM kept LIMIT 500",
                        "CREATE INDEX by_x ON moved (x)",
                        "PRAGMA wal_checkpoint(TRUNCATE)",
                        "DROP TABLE moved",
                        "VACUUM");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long number(DatabaseContent content, String table) {
        return Long.parseLong(content.rows().get(table).get(0).replaceFirst(".*integer ", ""));
    }
}
