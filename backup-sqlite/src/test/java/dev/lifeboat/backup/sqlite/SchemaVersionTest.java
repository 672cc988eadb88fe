package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.SchemaVersionReader;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the version of a schema comes from, and what becomes of a backup or a restore when it cannot be read. */
class SchemaVersionTest {
    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE history (rank INT, version TEXT)",
                "INSERT INTO history VALUES (1, '1.9'), (2, '1.10')",
                "PRAGMA user_version = 5");
    }

    @Nested
    class InABackup {
        @Test
        void isWhatTheApplicationsReaderSays() throws Exception {
            Backup backup = reading(SchemaVersionTest::fromHistory).create();

            assertThat(backup.schemaVersion()).contains(new SchemaVersion("1.10", "history"));
        }

        @Test
        void isTheUserVersionWithoutAReader() throws Exception {
            assertThat(Lifeboat.on(database).create().schemaVersion())
                    .contains(new SchemaVersion("5", SchemaVersion.USER_VERSION));
        }

        @Test
        void isTheUserVersionWhenTheReaderFindsNothing() throws Exception {
            Backup backup = reading(query -> Optional.empty()).create();

            assertThat(backup.schemaVersion()).contains(new SchemaVersion("5", SchemaVersion.USER_VERSION));
        }

        @Test
        void isZeroForANegativeUserVersion() throws Exception {
            Sql.run(database, "PRAGMA user_version = -3");

            assertThat(Lifeboat.on(database).create().schemaVersion())
                    .contains(new SchemaVersion("0", SchemaVersion.USER_VERSION));
        }

        @Test
        void isReadFromTheCopyAndNotFromTheLiveDatabase() throws Exception {
            List<String> files = new ArrayList<>();

            reading(query -> {
                        files.add(query.rows("SELECT file FROM pragma_database_list")
                                .get(0)
                                .get(0));
                        return fromHistory(query);
                    })
                    .create();

            assertThat(files).isNotEmpty().allMatch(file -> file.contains(".tmp-"));
        }

        @Test
        void emptyValuesAndBlobsReachTheReaderAsText() throws Exception {
            List<List<String>> rows = new ArrayList<>();

            reading(query -> {
                        rows.addAll(query.rows("SELECT NULL, 7, 1.5, 'text', x'6162'"));
                        return Optional.empty();
                    })
                    .create();

            assertThat(rows.get(0)).startsWith("", "7", "1.5", "text");
        }

        @Test
        void cannotBeUsedToWrite() throws Exception {
            Lifeboat lifeboat = reading(query -> {
                query.rows("DELETE FROM history RETURNING version");
                return Optional.empty();
            });

            Lifeboat.failure(BackupError.VERIFICATION_FAILED, lifeboat::create);

            assertThat(Sql.value(database, "SELECT count(*) FROM history")).isEqualTo("2");
        }
    }

    @Nested
    class WhenItsReaderFails {
        private final SchemaVersionReader missingTable = query -> {
            query.rows("SELECT version FROM not_there");
            return Optional.empty();
        };
        private final SchemaVersionReader notAVersion =
                query -> Optional.of(new SchemaVersion("<< Flyway Baseline >>", "history"));

        @Test
        void backupIsRefusedWithASentence() {
            BackupException failure = Lifeboat.failure(
                    BackupError.VERIFICATION_FAILED, () -> reading(missingTable).create());

            assertThat(failure.getMessage())
                    .contains("schema version cannot be read")
                    .contains("no such table: not_there");
        }

        @Test
        void textThatIsNoVersionIsASentenceToo() {
            BackupException failure = Lifeboat.failure(
                    BackupError.VERIFICATION_FAILED, () -> reading(notAVersion).create());

            assertThat(failure.getMessage())
                    .contains("schema version cannot be read")
                    .contains("<< Flyway Baseline >>");
        }

        @Test
        void mistakeInTheReaderItselfIsASentenceToo() {
            BackupException failure = Lifeboat.failure(
                    BackupError.VERIFICATION_FAILED,
                    () -> reading(query -> {
                                throw new UnsupportedOperationException("a mistake of the host");
                            })
                            .create());

            assertThat(failure.getMessage()).contains("a mistake of the host");
        }

        @Test
        void verifyCallsItAFinding() throws Exception {
            Backup backup = Lifeboat.on(database).create();

            Verification verification = reading(notAVersion).verify(backup);

            assertThat(verification)
                    .isInstanceOfSatisfying(
                            Verification.Damaged.class,
                            damaged -> assertThat(damaged.findings())
                                    .extracting(Message::key)
                                    .containsExactly("finding.schema-unknown"));
        }

        @Test
        void backupWithSuchAVersionIsNotRestored() throws Exception {
            Backup backup = Lifeboat.on(database).create();
            FileState before = FileState.of(database);

            Lifeboat.failure(
                    BackupError.INTEGRITY_FAILED, () -> reading(missingTable).restore(backup));

            assertThat(FileState.of(database)).isEqualTo(before);
        }

        @Test
        void liveDatabaseWhoseVersionCannotBeReadIsRestoredOverAndKept() throws Exception {
            SchemaVersionReader history = SchemaVersionTest::fromHistory;
            Backup backup = reading(history).create();
            Sql.run(database, "DROP TABLE history", "CREATE TABLE precious (x)");

            RestoreResult result = reading(history).restore(backup);

            assertThat(result.safetyBackup()).isEmpty();
            assertThat(result.preserved()).hasSize(1);
            assertThat(DatabaseContent.of(result.preserved().get(0)).rows()).containsKey("precious");
            assertThat(DatabaseContent.of(database).rows()).containsOnlyKeys("history");
        }
    }

    @Nested
    class InARestore {
        @Test
        void isReadFromTheBackupItselfAndNotFromItsRecord() throws Exception {
            Sql.run(database, "INSERT INTO history VALUES (3, '2.0')");
            Backup newer = reading(SchemaVersionTest::fromHistory).create();
            Path record = newer.path().resolveSibling(newer.name() + ".json");
            Files.writeString(record, Files.readString(record).replace("\"2.0\"", "\"1.0\""));

            BackupException failure = Lifeboat.failure(
                    BackupError.SCHEMA_TOO_NEW, () -> supporting("1.10").restore(newer));

            assertThat(failure.getMessage()).contains("2.0").contains("1.10");
        }

        @Test
        void ofAnOlderSchemaIsAcceptedAndCanBeUndone() throws Exception {
            Backup older = supporting("1.10").create();
            Sql.run(database, "INSERT INTO history VALUES (3, '1.11')");

            RestoreResult result = supporting("1.11").restore(older);
            supporting("1.11").restore(result.safetyBackup().orElseThrow());

            assertThat(Sql.value(database, "SELECT max(rank) FROM history")).isEqualTo("3");
        }

        @Test
        void ofAnotherSourceIsNotCompared() throws Exception {
            Sql.run(database, "PRAGMA user_version = 99");
            Backup backup = Lifeboat.on(database).create();
            Sql.run(database, "PRAGMA user_version = 1");
            BackupConfiguration configuration = BackupConfiguration.of(database)
                    .withSchema(new SchemaVersion("1.0", "history"), query -> Optional.empty());

            RestoreResult result = Lifeboat.on(configuration).restore(backup);

            assertThat(result.restored()).isEqualTo(backup.name());
        }

        @Test
        void newerThanTheLiveOneIsRefusedWithoutAnApplication() throws Exception {
            Backup newer = Lifeboat.on(database).create();
            Sql.run(database, "PRAGMA user_version = 4");

            Lifeboat.failure(
                    BackupError.SCHEMA_TOO_NEW, () -> Lifeboat.on(database).restore(newer));

            assertThat(Lifeboat.on(database).names()).containsExactly(newer.name());
        }
    }

    private Lifeboat reading(SchemaVersionReader reader) {
        return Lifeboat.on(BackupConfiguration.of(database).withSchemaVersionReader(reader));
    }

    private Lifeboat supporting(String version) {
        return Lifeboat.on(BackupConfiguration.of(database)
                .withSchema(new SchemaVersion(version, "history"), SchemaVersionTest::fromHistory));
    }

    private static Optional<SchemaVersion> fromHistory(SchemaVersionReader.Query query) throws BackupException {
        return query.rows("SELECT version FROM history ORDER BY rank DESC LIMIT 1").stream()
                .findFirst()
                .map(row -> new SchemaVersion(row.get(0), "history"));
    }
}
