package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTrackingDatabaseTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void generatesADatabaseThatSqliteFindsSound() throws Exception {
        Path file = folder.resolve("jobs.db");

        JobTrackingDatabase.generate(file, 3 << 20, SEED);

        assertThat(firstOf(file, "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(firstOf(file, "SELECT count(*) FROM pragma_foreign_key_check"))
                .isEqualTo("0");
        assertThat(firstOf(file, "SELECT count(*) FROM sqlite_schema WHERE type='table'"))
                .isEqualTo("13");
        assertThat(firstOf(file, "PRAGMA freelist_count")).isNotEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void meetsTheSizeWithinAFewPerCent(int megabytes) throws Exception {
        Path file = folder.resolve("jobs.db");

        JobTrackingDatabase.generate(file, (long) megabytes << 20, SEED);

        assertThat(Files.size(file)).isCloseTo((long) megabytes << 20, withPercentage(4));
    }

    @Test
    void leavesNoSideFiles() throws Exception {
        JobTrackingDatabase.generate(folder.resolve("jobs.db"), 1 << 20, SEED);

        assertThat(folder).isDirectoryNotContaining("glob:**-{wal,shm,journal}");
    }

    @Test
    void dependsOnTheSeedAlone() throws Exception {
        JobTrackingDatabase.generate(folder.resolve("one.db"), 2 << 20, SEED);
        JobTrackingDatabase.generate(folder.resolve("same.db"), 2 << 20, SEED);
        JobTrackingDatabase.generate(folder.resolve("other.db"), 2 << 20, SEED + 1);

        assertThat(folder.resolve("same.db")).hasSameBinaryContentAs(folder.resolve("one.db"));
        assertThat(Files.mismatch(folder.resolve("one.db"), folder.resolve("other.db")))
                .isNotEqualTo(-1);
    }

    private static String firstOf(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
