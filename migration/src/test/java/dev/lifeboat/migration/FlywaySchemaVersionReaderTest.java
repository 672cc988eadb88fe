package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.SchemaVersionReader.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywaySchemaVersionReaderTest {
    @TempDir
    Path folder;

    private Path scripts;

    @BeforeEach
    void makeScriptFolder() throws IOException {
        scripts = Files.createDirectory(folder.resolve("scripts"));
    }

    @Nested
    class Histories {
        @Test
        void theNewestVersionCountsAsVersionNotAsText() throws Exception {
            script("V1.9__nine.sql", "CREATE TABLE nine (id INTEGER)");
            script("V1.10__ten.sql", "CREATE TABLE ten (id INTEGER)");
            flyway().load().migrate();

            assertThat(read()).contains(new SchemaVersion("1.10", FlywaySchemaVersionReader.SOURCE));
        }

        @Test
        void aVersionAppliedOutOfOrderDoesNotHideANewerOne() throws Exception {
            script("V3__third.sql", "CREATE TABLE third (id INTEGER)");
            flyway().load().migrate();
            script("V2__late.sql", "CREATE TABLE late (id INTEGER)");
            flyway().outOfOrder(true).load().migrate();

            assertThat(column("version")).containsExactly("3", "2");
            assertThat(value()).contains("3");
        }

        @Test
        void repeatableMigrationsHaveNoVersion() throws Exception {
            script("V1__first.sql", "CREATE TABLE first (id INTEGER)");
            script("R__view.sql", "CREATE VIEW all_first AS SELECT * FROM first");
            flyway().load().migrate();

            assertThat(column("version")).containsExactly("1", "");
            assertThat(value()).contains("1");
        }

        @Test
        void aFailedMigrationDoesNotCount() throws Exception {
            script("V1__first.sql", "CREATE TABLE first (id INTEGER)");
            script("V2__broken.sql", "CREATE TABLE second (id INTEGER); INSERT INTO missing VALUES (1)");
            script("V2__broken.sql.conf", "executeInTransaction=false");
            assertThatThrownBy(() -> flyway().load().migrate()).isInstanceOf(FlywayException.class);

            assertThat(column("success")).containsExactly("1", "0");
            assertThat(value()).contains("1");
        }

        @Test
        void aBaselineCounts() throws Exception {
            execute("CREATE TABLE made_by_hand (id INTEGER)");
            flyway().baselineVersion("20261123.1").load().baseline();

            assertThat(column("type")).containsExactly("BASELINE");
            assertThat(value()).contains("20261123.1");
        }

        @Test
        void aMigrationMarkedAsDeletedDoesNotCount() throws Exception {
            script("V1__first.sql", "CREATE TABLE first (id INTEGER)");
            Path withdrawn = script("V5__withdrawn.sql", "CREATE TABLE withdrawn (id INTEGER)");
            flyway().load().migrate();
            Files.delete(withdrawn);
            script("V9__pending.sql", "CREATE TABLE pending (id INTEGER)");
            flyway().load().repair();

            assertThat(column("type")).containsExactly("SQL", "SQL", "DELETE");
            assertThat(value()).contains("1");
        }

        @Test
        void aHistoryUnderAnotherNameIsReadWhenAskedFor() throws Exception {
            script("V7__seventh.sql", "CREATE TABLE seventh (id INTEGER)");
            flyway().table("changes").load().migrate();

            assertThat(read(new FlywaySchemaVersionReader("changes")).map(SchemaVersion::value))
                    .contains("7");
            assertThat(read()).isEmpty();
        }
    }

    @Nested
    class OtherDatabases {
        @Test
        void aDatabaseWithoutHistoryHasNoVersion() throws Exception {
            execute("CREATE TABLE first (id INTEGER)");

            assertThat(read()).isEmpty();
        }

        @Test
        void anEmptyHistoryHasNoVersion() throws Exception {
            execute("CREATE TABLE flyway_schema_history (installed_rank INT, version, type, success)");

            assertThat(read()).isEmpty();
        }

        @Test
        void aViewIsNotAHistory() throws Exception {
            execute("CREATE VIEW flyway_schema_history AS SELECT 1 installed_rank, '9' version, 'SQL' type, 1 success");

            assertThat(read()).isEmpty();
        }

        @Test
        void aTableThatOnlyLooksLikeAHistoryIsReported() throws Exception {
            execute("CREATE TABLE flyway_schema_history (id INTEGER)");

            assertThatThrownBy(FlywaySchemaVersionReaderTest.this::read).isInstanceOf(BackupException.class);
        }

        @Test
        void somethingElseThanAVersionIsReported() throws Exception {
            execute("CREATE TABLE flyway_schema_history (installed_rank INT, version, type, success)");
            execute("INSERT INTO flyway_schema_history VALUES (1, '1' || char(27) || '[2J', 'SQL', 1)");

            assertThatThrownBy(FlywaySchemaVersionReaderTest.this::read)
                    .isInstanceOfSatisfying(
                            BackupException.class,
                            failure -> assertThat(failure.error()).isEqualTo(BackupError.DATABASE_DAMAGED))
                    .hasMessageContaining("flyway_schema_history holds “1?[2J”");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"b", "a'b", "1st", "schema.table", "größe"})
    void aNameThatWouldNeedQuotingIsACallersMistake(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlywaySchemaVersionReader(table));
    }

    private Path script(String name, String sql) throws IOException {
        return Files.writeString(scripts.resolve(name), sql);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(url(), null, null).locations("filesystem:" + scripts);
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("application.db");
    }

    private Optional<String> value() throws Exception {
        return read().map(SchemaVersion::value);
    }

    private Optional<SchemaVersion> read() throws Exception {
        return read(new FlywaySchemaVersionReader());
    }

    private Optional<SchemaVersion> read(FlywaySchemaVersionReader reader) throws Exception {
        try (Connection connection = DriverManager.getConnection(url())) {
            return reader.read(query(connection));
        }
    }

    private List<String> column(String name) throws Exception {
        try (Connection connection = DriverManager.getConnection(url())) {
            return query(connection)
                    .rows("SELECT " + name + " FROM flyway_schema_history ORDER BY installed_rank")
                    .stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Query query(Connection connection) {
        return sql -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(Objects.requireNonNullElse(result.getString(i), ""));
                    }
                    rows.add(row);
                }
                return rows;
            } catch (SQLException failure) {
                throw new BackupException(BackupError.UNKNOWN, Message.literal(failure.getMessage()));
            }
        };
    }
}
