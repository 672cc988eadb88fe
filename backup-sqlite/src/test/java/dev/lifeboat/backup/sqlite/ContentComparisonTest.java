package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Telling which data is there after a restore was interrupted rests on this comparison: equal content, whatever the
 * journal and the counters.
 */
class ContentComparisonTest {
    @TempDir
    Path folder;

    static List<DatabaseKind> kinds() {
        return DatabaseKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void databaseHoldsItsOwnBackupBeforeAndAfterARestoreButNotTheDataInBetween(DatabaseKind kind) throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), kind.statements("WAL"));
        SqliteEngine engine = new SqliteEngine(BackupConfiguration.of(database));
        Backup backup = Lifeboat.on(database).create();

        boolean before = engine.holds(backup.path());
        Sql.run(database, "CREATE TABLE added_later (x)");
        boolean changed = engine.holds(backup.path());
        Lifeboat.on(database).restore(backup);
        boolean after = engine.holds(backup.path());

        assertThat(before).isTrue();
        assertThat(changed).isFalse();
        assertThat(after).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void oneChangedByteMakesTheDifference(String mode) throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = " + mode,
                "CREATE TABLE t (x)",
                "INSERT INTO t " + DatabaseKind.numbers(5000) + "SELECT 'row ' || i FROM n");
        SqliteEngine engine = new SqliteEngine(BackupConfiguration.of(database));
        Backup backup = Lifeboat.on(database).create();

        Sql.run(database, "UPDATE t SET x = 'Row 4999' WHERE x = 'row 4999'");
        boolean changed = engine.holds(backup.path());
        Sql.run(database, "UPDATE t SET x = 'row 4999' WHERE x = 'Row 4999'");
        boolean changedBack = engine.holds(backup.path());

        assertThat(changed).isFalse();
        assertThat(changedBack).isTrue();
    }

    @Test
    void commitsInTheLogCount() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)");
        Backup backup = Lifeboat.on(database).create();
        Crash.leaveLog(database, "INSERT INTO t VALUES ('in the log')");
        FileState log = FileState.of(SqliteFiles.wal(database));

        assertThat(new SqliteEngine(BackupConfiguration.of(database)).holds(backup.path()))
                .isFalse();
        assertThat(FileState.of(SqliteFiles.wal(database))).isEqualTo(log);
    }

    @Test
    void nothingIsLeftBesideTheCopyAlsoWhenTheDatabaseCannotBeRead() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        SqliteEngine engine = new SqliteEngine(BackupConfiguration.of(database));

        engine.holds(backup.path());
        Damage.HEADER_OVERWRITTEN.inflict(database);
        Lifeboat.failure(BackupError.DATABASE_DAMAGED, () -> engine.holds(backup.path()));

        lifeboat.assertNothingStray();
    }

    @Test
    void itsOwnCopyLiesUnderANameThatRecoverySweeps() throws Exception {
        Path database = Sql.run(folder.resolve("app.staged-1.db"), "CREATE TABLE t (x)");
        Lifeboat lifeboat = Lifeboat.on(database);
        Path staged = Files.copy(lifeboat.create().path(), folder.resolve(".app.staged-1.db.staged-" + "0".repeat(32)));
        Lifeboat interrupted = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public boolean holds(Path copy) {
                Path compared = ContentComparison.beside(copy);
                try {
                    Files.createFile(compared);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                return false;
            }
        });

        interrupted.service().recover();

        assertThat(staged).doesNotExist();
        assertThat(Lifeboat.files(folder))
                .containsExactlyInAnyOrder("app.staged-1.db", "app.staged-1.db.lock", "backups");
    }
}
