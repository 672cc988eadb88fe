package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;

/** How much memory a connection may take for pages, whatever the file asks for. */
@Timeout(60)
class SqliteConnectionsTest {
    private static final String CACHE = "PRAGMA cache_size";
    private static final String AS_THE_FILE_WISHES = "2000000000";
    private static final String KIB_2000 = "-2000";
    private static final String KIB_8192 = "-8192";

    @TempDir
    Path folder;

    private Path greedy;

    @BeforeEach
    void askForMuch() throws Exception {
        greedy = Sql.run(folder.resolve("greedy.db"), "CREATE TABLE t (x)", "PRAGMA default_cache_size = 2000000000");
        try (SQLiteConnection asTheFileWishes = SqliteConnections.readOnly(greedy, Duration.ZERO)) {
            assertThat(SqliteConnections.single(asTheFileWishes, CACHE)).isEqualTo(AS_THE_FILE_WISHES);
        }
    }

    @Test
    void isLittleForReadingFromBeginningToEnd() throws Exception {
        grow(65);

        try (SQLiteConnection untrusted = SqliteConnections.immutable(greedy);
                SQLiteConnection own = SqliteConnections.ownCopy(greedy)) {
            assertThat(SqliteConnections.single(untrusted, CACHE)).isEqualTo(KIB_2000);
            assertThat(SqliteConnections.single(own, CACHE)).isEqualTo(KIB_2000);
        }
    }

    @Test
    void isMoreForLookingUpRowsOfALargeFile() throws Exception {
        grow(65);

        assertThat(forLookUps()).isEqualTo(KIB_8192);
    }

    @Test
    void isNoMoreThanASmallFileHas() throws Exception {
        grow(64);

        assertThat(forLookUps()).isEqualTo(AS_THE_FILE_WISHES);
    }

    private String forLookUps() throws SQLException {
        try (SQLiteConnection connection = SqliteConnections.immutable(greedy)) {
            SqliteConnections.expectLookUps(connection, greedy);
            return SqliteConnections.single(connection, CACHE);
        }
    }

    private void grow(long megabytes) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(greedy.toFile(), "rw")) {
            file.setLength(megabytes << 20);
        }
    }
}
