package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A damaged database is never backed up as if it were sound; it is told apart from a copy that went wrong, and nothing
 * is left or changed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "compares inodes")
class CreateOfDamagedDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void damagedWriteAheadDatabaseIsRefused(Damage damage) throws Exception {
        Path database = database("WAL");
        damage.inflict(database);

        assertRefused(database);
    }

    @ParameterizedTest
    @EnumSource
    void damagedRollbackDatabaseIsRefused(Damage damage) throws Exception {
        Path database = database("DELETE");
        damage.inflict(database);

        assertRefused(database);
    }

    @Test
    void damagedIndexOfWordsIsRefused() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE VIRTUAL TABLE words USING fts5(x)",
                "UPDATE words_config SET v = 0 WHERE k = 'version'");

        assertRefused(database);
    }

    @Test
    void sentenceSaysWhatTheFileIsInstead() throws Exception {
        Path database = database("DELETE");

        assertThat(sentence(database, Damage.ZERO_BYTES)).contains(database + " is empty (0 bytes)");
        assertThat(sentence(database, Damage.ONE_BYTE)).contains("too short to be a database (1 byte)");
        assertThat(sentence(database, Damage.TEXT_FILE)).contains("not a database");
        Files.delete(database);
        Files.createDirectory(database);
        assertThat(Lifeboat.failure(
                                BackupError.DATABASE_DAMAGED,
                                () -> Lifeboat.on(database).create())
                        .message(Locale.ENGLISH))
                .contains("is a folder");
    }

    @Test
    void missingDatabaseIsNotCreated() throws Exception {
        Path database = folder.resolve("app.db");

        Lifeboat.failure(
                BackupError.DATABASE_NOT_FOUND, () -> Lifeboat.on(database).create());

        assertThat(Lifeboat.files(folder)).isEmpty();
    }

    @Test
    void randomDamageIsNeverTakenForAFailureOfTheCopy() throws Exception {
        Path database = database("DELETE");
        byte[] sound = Files.readAllBytes(database);
        int refused = 0;
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Files.write(database, sound);
            Bytes.write(database, random.nextInt(sound.length - 64), Bytes.random(seed, random.nextInt(1, 64)));
            try {
                Lifeboat.on(database).create();
            } catch (BackupException failure) {
                assertThat(failure.error())
                        .as("seed " + seed + ": " + failure.getMessage())
                        .isEqualTo(BackupError.DATABASE_DAMAGED);
                refused++;
            }
        }

        assertThat(refused).isBetween(10, 149);
    }

    @Test
    void copyThatWentWrongAloneIsAFailedVerification() throws Exception {
        Path database = database("WAL");
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            void copied(Path copy) {
                try {
                    Damage.MIDDLE_PAGE_DESTROYED.inflict(copy);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        });
        Map<String, FileState> before = FileState.ofDatabase(database);

        BackupException failure = Lifeboat.failure(BackupError.VERIFICATION_FAILED, lifeboat::create);

        assertThat(failure.getMessage()).contains(database.toString()).contains("Structure");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(Lifeboat.files(folder.resolve("backups"))).containsExactly("lifeboat.lock");
    }

    @Test
    void copyThatDoesNotPassItsChecksIsNotPublished() throws Exception {
        Path database = database("WAL");
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public Inspection inspect(Path copy, Executor workers, Monitor monitor) {
                return Inspection.damaged(Message.literal("staged by the test"));
            }
        });

        Lifeboat.failure(BackupError.VERIFICATION_FAILED, lifeboat::create);

        assertThat(lifeboat.names()).isEmpty();
        assertThat(Lifeboat.files(folder.resolve("backups"))).containsExactly("lifeboat.lock");
    }

    private void assertRefused(Path database) throws Exception {
        Map<String, FileState> before = FileState.ofDatabase(database);

        BackupException failure = Lifeboat.failure(
                BackupError.DATABASE_DAMAGED, () -> Lifeboat.on(database).create());

        assertThat(failure.message(Locale.ENGLISH)).contains(database.toString());
        assertThat(failure.hint(Locale.ENGLISH)).contains("Restore a backup");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        Path backups = folder.resolve("backups");
        assertThat(Files.exists(backups) ? Lifeboat.files(backups) : List.of()).isSubsetOf("lifeboat.lock");
    }

    private String sentence(Path database, Damage damage) throws IOException {
        damage.inflict(database);
        return Lifeboat.failure(
                        BackupError.DATABASE_DAMAGED,
                        () -> Lifeboat.on(database).create())
                .message(Locale.ENGLISH);
    }

    /** Always the same bytes: those at the end of the file must not happen to be ones that nobody needs. */
    private Path database(String mode) throws Exception {
        return Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = " + mode,
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT UNIQUE)",
                "INSERT INTO t " + DatabaseKind.numbers(1000) + "SELECT i, printf('%0200d', i * 7919 % 100003) FROM n");
    }
}
