package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit that was written to the log in full and then not forced: those who have the database open do not see it, but
 * it comes to life when the log's index is made anew.
 */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the log's index cannot be written from outside there")
class UnforcedCommitIT {
    /** Both copies of the index's header, which tells where the log ends. */
    private static final int INDEX_HEADER_BYTES = 96;

    @TempDir
    Path folder;

    private Path database;
    private SqliteEngine engine;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES ('before')",
                "PRAGMA user_version = 7");
        engine = new SqliteEngine(BackupConfiguration.of(database));
    }

    @Test
    void comesToLifeWhenEverybodyIsGone() throws Exception {
        try (OtherApplication other = idleBesideAnUnforcedCommit()) {
            assertThat(data()).isEqualTo("before");

            other.kill();
        }

        assertThat(data()).as("so SQLite does").isEqualTo("never acknowledged");
    }

    @Test
    void staysAwayOnceItIsForgotten() throws Exception {
        try (OtherApplication other = idleBesideAnUnforcedCommit()) {
            engine.forgetUnfinished();

            assertThat(data()).isEqualTo("before");
            other.kill();
        }

        assertThat(data()).isEqualTo("before");
        assertThat(Sql.value(database, "PRAGMA user_version")).isEqualTo("7");
        assertThat(Sql.value(database, "PRAGMA integrity_check")).isEqualTo("ok");
    }

    private OtherApplication idleBesideAnUnforcedCommit() throws Exception {
        OtherApplication other = OtherApplication.connectedTo(database, "SELECT count(*) FROM t");
        Sql.run(database, "UPDATE t SET x = 'before'");
        Path index = SqliteFiles.sides(database).stream()
                .filter(side -> side.toString().endsWith("-shm"))
                .findFirst()
                .orElseThrow();
        ByteBuffer header = ByteBuffer.allocate(INDEX_HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            channel.read(header, 0);
        }
        Sql.run(database, "UPDATE t SET x = 'never acknowledged'");
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
            channel.write(header.flip(), 0);
        }
        return other;
    }

    private String data() throws Exception {
        return Sql.value(database, "SELECT x FROM t");
    }
}
