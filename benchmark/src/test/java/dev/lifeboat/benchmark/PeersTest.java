package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the {@code sqlite3} command, which every machine that runs the tests has. */
class PeersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"backup", "backup+equal", "vacuum", "vacuum+equal"})
    void theShellCopiesEverything(String work) throws Exception {
        Path live = database();
        Path target = folder.resolve("a copy.db");

        try (Peer peer = PeerProgram.SQLITE3.start(folder.resolve("peer"))) {
            assertThat(peer.version()).startsWith("3.");
            peer.order(work, live, target);
        }

        Contents.of(live).requireIn(target);
    }

    @Test
    void equalWorkFindsWhatIsWrong() throws Exception {
        Path live = database();
        sql(
                live,
                "INSERT INTO job_offers SELECT 99999, 99999, source_id, 'u', title, location, contract, salary_min,"
                        + " salary_max, status, posted_at, fetched_at, content_hash, full_text FROM job_offers LIMIT 1");

        try (Peer peer = PeerProgram.SQLITE3.start(folder.resolve("peer"))) {
            peer.order("backup", live, folder.resolve("plain.db"));
            assertThatIOException()
                    .isThrownBy(() -> peer.order("backup+equal", live, folder.resolve("checked.db")))
                    .withMessageContaining("failed: backup+equal");
        }
    }

    @Test
    void oneThatCannotBeStartedIsNamedWithTheReason() throws Exception {
        Path occupied = Files.createFile(folder.resolve("no-folder"));

        try (Peers peers = Peers.start(occupied)) {
            assertThat(peers.rivals()).isEmpty();
            assertThat(peers.missing())
                    .containsOnlyKeys("sqlite3", "Python", "better-sqlite3")
                    .allSatisfy((title, reason) -> assertThat(reason).contains("no-folder"));
        }
    }

    @Test
    void aCopyThatLacksRowsDoesNotPass() throws Exception {
        Path live = database();
        Contents contents = Contents.of(live);
        Path copy = Files.copy(live, folder.resolve("copy.db"));
        sql(copy, "DELETE FROM settings WHERE key = 'theme'");

        assertThatIOException().isThrownBy(() -> contents.requireIn(copy)).withMessageContaining("settings=1");
    }

    @Test
    void aDamagedCopyDoesNotPass() throws Exception {
        Path live = database();
        Contents contents = Contents.of(live);
        Path copy = Files.copy(live, folder.resolve("copy.db"));
        sql(copy, "DROP INDEX ix_log_at");
        sql(copy, "CREATE INDEX ix_log_at ON activity_log(at)");
        sql(
                copy,
                "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql ="
                        + " 'CREATE INDEX ix_log_at ON activity_log(actor)' WHERE name = 'ix_log_at'");

        assertThatIOException().isThrownBy(() -> contents.requireIn(copy)).withMessageContaining("damaged");
    }

    @Test
    void aNaiveRestoreBringsEverythingBack() throws Exception {
        Path live = database();
        Path backup = Files.copy(live, folder.resolve("backup.db"));
        Contents contents = Contents.of(live);
        sql(live, "DELETE FROM activity_log");
        Path safety = Files.createDirectory(folder.resolve("safety")).resolve("safety.db");

        new NaiveRestore(backup, live, safety).run(true);

        contents.requireIn(live);
        assertThat(Contents.of(safety).rows()).containsEntry("activity_log", 0L);
    }

    private Path database() throws Exception {
        Path live = folder.resolve("jobs.db");
        JobTrackingDatabase.generate(live, 1 << 20, 3);
        return live;
    }

    private static void sql(Path file, String commands) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String command : commands.split("; ")) {
                statement.execute(command);
            }
        }
    }
}
