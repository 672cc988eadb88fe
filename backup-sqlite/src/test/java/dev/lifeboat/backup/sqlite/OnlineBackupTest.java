package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConnection;

class OnlineBackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void createFiles() throws Exception {
        source = Files.createFile(folder.resolve("source, with ?odd #name%.db"));
        target = Files.createFile(folder.resolve("target, with ?odd #name%.db"));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 4096, 32768, 65536})
    void copiesEveryPageSize(int pageSize) throws Exception {
        fill(2000, "PRAGMA page_size=" + pageSize);

        assertThat(copy(pageSize)).isEqualTo(SqliteErrors.OK);

        assertThat(contentOf(target)).isEqualTo(contentOf(source));
        assertThat(SqliteHeader.read(target).orElseThrow().pageSize()).isEqualTo(pageSize);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoding='UTF-16le'", "encoding='UTF-16be'", "auto_vacuum=FULL", "journal_mode=WAL"})
    void copiesWhatTheSettingsOfTheTargetCouldChange(String pragma) throws Exception {
        fill(2000, "PRAGMA " + pragma);

        assertThat(copy(4096)).isEqualTo(SqliteErrors.OK);

        assertThat(contentOf(target)).isEqualTo(contentOf(source));
    }

    @Test
    void copiesAFileWithoutTables() throws Exception {
        fill(0, "PRAGMA user_version=3");

        assertThat(copy(4096)).isEqualTo(SqliteErrors.OK);

        assertThat(contentOf(target)).isEqualTo(contentOf(source));
    }

    @Test
    void leavesNoSideFilesAndNeverJournals() throws Exception {
        fill(20_000, "PRAGMA journal_mode=DELETE");
        Set<String> seen = new TreeSet<>();

        try (SQLiteConnection connection = SqliteConnections.readOnly(source, PATIENCE)) {
            OnlineBackup.copy(connection, 4096, target, PATIENCE, (done, total) -> seen.addAll(names()));
        }

        assertThat(seen).containsExactlyElementsOf(names());
        assertThat(names()).hasSize(2);
    }

    @Test
    void leavesTheTargetToTheNextReader() throws Exception {
        fill(100, "PRAGMA user_version=3");
        copy(4096);

        try (SQLiteConnection connection = SqliteConnections.readWrite(target, Duration.ZERO)) {
            assertThat(SqliteConnections.single(connection, "PRAGMA journal_mode"))
                    .isEqualTo("delete");
            assertThat(SqliteConnections.single(connection, "PRAGMA synchronous"))
                    .isEqualTo("2");
        }
    }

    private int copy(int pageSize) throws SQLException {
        try (SQLiteConnection connection = SqliteConnections.readOnly(source, PATIENCE)) {
            return OnlineBackup.copy(connection, pageSize, target, PATIENCE, Monitor.NONE);
        }
    }

    private void fill(int rows, String setting) throws SQLException {
        try (SQLiteConnection connection = SqliteConnections.readWrite(source, PATIENCE);
                Statement statement = connection.createStatement()) {
            statement.execute(setting);
            if (rows > 0) {
                statement.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT UNIQUE)");
                statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT " + rows + ")"
                        + " INSERT INTO note SELECT i, 'größe ' || hex(i * 7919) || zeroblob(i % 300) FROM n");
            }
        }
    }

    private List<String> contentOf(Path file) throws SQLException {
        List<String> content = new ArrayList<>();
        try (SQLiteConnection connection = SqliteConnections.readOnly(file, PATIENCE)) {
            content.add(SqliteConnections.single(connection, "PRAGMA integrity_check"));
            content.add(SqliteConnections.single(connection, "PRAGMA encoding"));
            content.add(SqliteConnections.single(connection, "PRAGMA auto_vacuum"));
            content.add(SqliteConnections.single(connection, "PRAGMA user_version"));
            if (!SqliteConnections.single(connection, "SELECT count(*) FROM sqlite_schema")
                    .equals("0")) {
                content.add(SqliteConnections.single(
                        connection,
                        "SELECT count(*) || group_concat(id || text) FROM (SELECT * FROM note ORDER BY id)"));
            }
        }
        return content;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
