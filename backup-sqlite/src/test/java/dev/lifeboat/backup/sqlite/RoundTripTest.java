package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Create, verify, lose everything, restore: every row of every kind of database is back, and the file is sound. */
class RoundTripTest {
    @TempDir
    Path folder;

    static List<DatabaseKind> kinds() {
        return DatabaseKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void writeAheadDatabaseComesBack(DatabaseKind kind) throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), kind.statements("WAL"));

        roundTrip(database);

        assertThat(Sql.value(database, "PRAGMA journal_mode")).isEqualTo("wal");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rollbackDatabaseComesBack(DatabaseKind kind) throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), kind.statements("DELETE"));

        roundTrip(database);

        assertThat(Sql.value(database, "PRAGMA journal_mode")).isEqualTo("delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUNCATE", "PERSIST", "MEMORY", "OFF"})
    void databaseComesBackWithTheSideFilesOfOtherJournalModes(String mode) throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = " + mode, DatabaseKind.people(500)[0]);
        try (Connection connection = Sql.open(database)) {
            Sql.run(connection, "PRAGMA journal_mode = " + mode, DatabaseKind.people(500)[1]);
        }

        roundTrip(database);
    }

    @Test
    void databaseWithoutAnyTableComesBackWithAWarning() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA user_version = 7");
        Lifeboat lifeboat = Lifeboat.on(database);

        Backup backup = lifeboat.create();
        Sql.run(database, "CREATE TABLE t (x)", "PRAGMA user_version = 8");
        Sql.run(database, "PRAGMA user_version = 7");
        RestoreResult result = lifeboat.restore(backup);

        assertThat(backup.metadata().orElseThrow().warnings())
                .extracting(Message::key)
                .containsExactly("warning.no-tables");
        assertThat(result.warnings()).extracting(Message::key).containsExactly("warning.no-tables");
        assertThat(DatabaseContent.of(database).rows()).isEmpty();
    }

    @Test
    void databaseWithReservedBytesOnEveryPageComesBack() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA user_version = 1");
        Bytes.write(database, 20, 32);
        Bytes.write(database, 105, (4096 - 32) >> 8, (4096 - 32) & 0xff);
        Sql.run(
                database,
                "CREATE TABLE t (x)",
                "INSERT INTO t " + DatabaseKind.numbers(900) + "SELECT hex(randomblob(30)) FROM n");

        roundTrip(database);

        assertThat(Bytes.read(database, 20, 1)).containsExactly(32);
    }

    @Test
    void bytesBehindTheLastPageAreNoPartOfTheDatabase() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), DatabaseKind.people(200));
        Bytes.write(database, Files.size(database), new byte[10_000]);

        roundTrip(database);
    }

    @Test
    void databaseOfAVersionThatDidNotKeepThePageCountComesBack() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), DatabaseKind.people(200));
        Bytes.write(database, 28, 0, 0, 0, 0);
        Bytes.write(database, 92, 0, 0, 0, 0, 0, 0, 0, 0);

        roundTrip(database);
    }

    @Test
    void largerAndSmallerDatabasesReplaceEachOther() throws Exception {
        Path database = Sql.run(folder.resolve("app.db"), "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup small = lifeboat.create();
        Sql.run(database, "INSERT INTO t " + DatabaseKind.numbers(2000) + "SELECT randomblob(1000) FROM n");
        DatabaseContent large = DatabaseContent.of(database);
        long largeSize = Files.size(database);

        RestoreResult shrunk = lifeboat.restore(small);
        long smallSize = Files.size(database);
        lifeboat.restore(shrunk.safetyBackup().orElseThrow());

        assertThat(smallSize).isEqualTo(small.sizeBytes());
        assertThat(Files.size(database)).isEqualTo(largeSize);
        assertThat(DatabaseContent.of(database)).isEqualTo(large);
    }

    private void roundTrip(Path database) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database);
        DatabaseContent before = DatabaseContent.of(database);

        Backup backup = lifeboat.create();
        Verification verification = lifeboat.verify(backup);
        loseEverything(database);
        DatabaseContent lost = DatabaseContent.of(database);
        RestoreResult result = lifeboat.restore(backup);

        assertThat(verification).isEqualTo(new Verification.Intact(backup.name(), List.of()));
        assertThat(lost).isNotEqualTo(before);
        assertThat(result.warnings()).isEmpty();
        assertThat(DatabaseContent.of(database)).isEqualTo(before);
        assertThat(DatabaseContent.ofBackup(backup.path())).isEqualTo(before);
        assertThat(DatabaseContent.ofBackup(result.safetyBackup().orElseThrow().path()))
                .isEqualTo(lost);
        assertThat(Sql.column(database, "PRAGMA integrity_check")).containsExactly("ok");
        Shell.run(backup.path(), "PRAGMA integrity_check")
                .ifPresent(answer -> assertThat(answer).isEqualTo("ok"));
        Shell.run(database, "PRAGMA integrity_check")
                .ifPresent(answer -> assertThat(answer).isEqualTo("ok"));
        assertThat(lifeboat.names()).hasSize(2);
        lifeboat.assertNothingStray();
    }

    private static void loseEverything(Path database) throws SQLException {
        String ordinary =
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'";
        try (Connection connection = Sql.open(database)) {
            connection.setAutoCommit(false);
            for (String table : Sql.column(connection, ordinary)) {
                Sql.run(connection, "DELETE FROM " + Sql.quoted(table));
            }
            Sql.run(
                    connection,
                    "CREATE TABLE added_later (x, y UNIQUE)",
                    "INSERT INTO added_later " + DatabaseKind.numbers(50) + "SELECT i, randomblob(100) FROM n",
                    "PRAGMA application_id = 99");
            connection.commit();
        }
    }
}
