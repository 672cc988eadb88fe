package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WriterTest {
    @TempDir
    private Path folder;

    @Test
    void commitsFromAnotherProcessUntilItIsClosed() throws Exception {
        Path live = database();
        long before = logged(live);

        int committed = 0;
        try (WriterProcess writer = WriterProcess.start(live)) {
            while (committed < 50) {
                Commits commits = writer.look();
                assertThat(commits.busy()).isZero();
                committed += commits.count();
            }
        }

        assertThat(logged(live) - before).isGreaterThanOrEqualTo(committed);
    }

    @Test
    void countsWhatItCouldNotCommitAndGoesOn() throws Exception {
        Path live = database();

        try (WriterProcess writer = WriterProcess.start(live)) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=10000");
                statement.execute("BEGIN IMMEDIATE");
                int busy = 0;
                while (busy == 0) {
                    busy = writer.look().busy();
                }
                statement.execute("ROLLBACK");
            }
            int committed = 0;
            while (committed == 0) {
                committed = writer.look().count();
            }
        }
    }

    private Path database() throws Exception {
        Path live = folder.resolve("jobs.db");
        JobTrackingDatabase.generate(live, 1 << 20, 3);
        return live;
    }

    private static long logged(Path live) throws Exception {
        return Contents.of(live).rows().get("activity_log");
    }
}
