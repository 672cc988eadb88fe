package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a divided check together call a file damaged exactly when the undivided check does. */
@Timeout(120)
class DividedCheckTest {
    private static final int ROUNDS = 400;
    private static final String CHANGE_SCHEMA = "PRAGMA writable_schema = ON";

    private final ExecutorService workers = Executors.newFixedThreadPool(3);

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    @Test
    void soundDatabaseIsSound() throws Exception {
        Path file = database("NONE");

        assertThat(divided(file).findings()).isEmpty();
        assertThat(whole(file).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "FULL"})
    void bytesOverwrittenAtRandomAreFoundByBothOrByNeither(String vacuum) throws Exception {
        byte[] sound = Files.readAllBytes(database(vacuum));
        Path file = folder.resolve("damaged.db");
        int damaged = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Files.write(file, damaged(sound, seed));

            boolean found = isDamaged(() -> whole(file));

            assertThat(isDamaged(() -> divided(file))).as("seed " + seed).isEqualTo(found);
            damaged += found ? 1 : 0;
        }
        assertThat(damaged).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    root page of another table      | UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 't') WHERE name = 'other'
                    root page of another index      | UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'by_y') WHERE name = 'by_x'
                    index without most rows         | UPDATE sqlite_schema SET sql = 'CREATE INDEX few ON t (y)' WHERE name = 'few'
                    index of another column         | UPDATE sqlite_schema SET sql = 'CREATE INDEX by_y ON t (x)' WHERE name = 'by_y'
                    index that is not unique        | UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX by_y ON t (y)' WHERE name = 'by_y'
                    index of a table without rowids | UPDATE sqlite_schema SET sql = 'CREATE INDEX by_b ON w (k)' WHERE name = 'by_b'
                    table that lost its pages       | DELETE FROM sqlite_schema WHERE name = 'other'
                    """)
    void schemaThatDoesNotFitItsPagesIsFoundByBoth(String what, String change) throws Exception {
        Path file = Sql.run(database("NONE"), CHANGE_SCHEMA, change);

        assertThat(whole(file).findings()).as(what).isNotEmpty();
        assertThat(divided(file).findings()).as(what).isNotEmpty();
    }

    @Test
    void pagesThatBelongToNothingAreFoundByBoth() throws Exception {
        Path file = Sql.run(database("NONE"), "DELETE FROM big");
        Bytes.write(file, 32, new byte[8]);

        assertThat(whole(file).findings()).isNotEmpty();
        assertThat(divided(file).findings()).isNotEmpty();
    }

    @Test
    void brokenRulesAreWarningsOfBothAndNamedOnce() throws Exception {
        Path file = Sql.run(
                database("NONE"),
                "PRAGMA ignore_check_constraints = ON",
                "INSERT INTO other VALUES (999, -1)",
                "CREATE TABLE strange (a)");

        assertThat(divided(file).findings()).isEmpty();
        assertThat(divided(file).warnings())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(whole(file).warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a word'", "-9223372036854775808", "9223372036854775807", "1e300", "x'00'", "NULL"})
    void aColumnMayBeCalledLikeRowNumbers(String value) throws Exception {
        Path file = Sql.run(
                database("NONE"),
                "CREATE TABLE numbered (rowid UNIQUE, other UNIQUE)",
                "INSERT INTO numbered VALUES (" + value + ", 1)");

        assertThat(divided(file)).isEqualTo(whole(file));
        assertThat(divided(file).findings()).isEmpty();
    }

    @Test
    void brokenForeignKeysAreCountedAsUndivided() throws Exception {
        Path file = Sql.run(
                database("NONE"),
                "CREATE TABLE child (t_id REFERENCES t, o_id REFERENCES other (i))",
                "INSERT INTO child VALUES (1, 1), (1, 500), (600, NULL), (NULL, NULL)");

        assertThat(divided(file).findings()).isEmpty();
        assertThat(divided(file).warnings()).containsExactly(Message.of("warning.foreign-keys", "child", 2L));
    }

    @Test
    void brokenForeignKeysAreCountedWhereOtherThingsCannotBeChecked() throws Exception {
        Path file = Sql.run(
                database("NONE"),
                "CREATE TABLE child (o_id REFERENCES other (i))",
                "INSERT INTO child VALUES (500)",
                CHANGE_SCHEMA,
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX by_x ON t (x COLLATE elsewhere)' WHERE name = 'by_x'");

        assertThat(divided(file).warnings()).contains(Message.of("warning.foreign-keys", "child", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, false",
        "3, 1000, false",
        "4, 383, false",
        "4, 384, true",
        "16, 23, false",
        "16, 24, true",
        "32, 5, false",
        "32, 6, true",
        "191, 1, false",
        "100, 2, true",
        "192, 1, true"
    })
    void pays(int megabytes, int times, boolean expected) throws Exception {
        Path file = folder.resolve("large");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength((long) megabytes << 20);
        }
        AtomicLong checked = new AtomicLong();
        for (int i = 1; i < times; i++) {
            DividedCheck.isWorthwhile(file, checked);
        }

        assertThat(DividedCheck.isWorthwhile(file, checked)).isEqualTo(expected);
    }

    @Test
    void schemaThatNeedsWhatIsMissingIsCheckedAsAWhole() throws Exception {
        Path file = Sql.run(
                database("NONE"),
                CHANGE_SCHEMA,
                "UPDATE sqlite_schema SET sql = 'CREATE INDEX by_x ON t (x COLLATE elsewhere)' WHERE name = 'by_x'");

        assertThat(divided(file)).isEqualTo(whole(file));
        assertThat(divided(file).warnings()).isNotEmpty();
    }

    private Path database(String vacuum) throws SQLException, IOException {
        Path file = folder.resolve("sound-" + vacuum + ".db");
        Files.deleteIfExists(file);
        return Sql.run(
                file,
                "PRAGMA page_size = 1024",
                "PRAGMA auto_vacuum = " + vacuum,
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT UNIQUE, y)",
                "CREATE INDEX by_x ON t (x, y)",
                "CREATE INDEX by_y ON t (y)",
                "CREATE INDEX few ON t (y) WHERE i < 5",
                "CREATE TABLE w (k TEXT PRIMARY KEY, b BLOB) WITHOUT ROWID",
                "CREATE INDEX by_b ON w (length(b), k)",
                "CREATE TABLE other (i INTEGER PRIMARY KEY, y CHECK (y >= 0))",
                "CREATE TABLE big (content BLOB)",
                "CREATE VIRTUAL TABLE f USING fts5(body)",
                "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
                "INSERT INTO t " + DatabaseKind.numbers(60) + "SELECT i, hex(randomblob(20)), i % 7 FROM n",
                "INSERT INTO w " + DatabaseKind.numbers(20) + "SELECT 'key ' || i, zeroblob(i * 50) FROM n",
                "INSERT INTO other " + DatabaseKind.numbers(30) + "SELECT i, i FROM n",
                "INSERT INTO big " + DatabaseKind.numbers(4) + "SELECT randomblob(5000) FROM n",
                "INSERT INTO f " + DatabaseKind.numbers(40) + "SELECT 'text ' || i FROM n",
                "INSERT INTO r " + DatabaseKind.numbers(60) + "SELECT i, i, i + 1 FROM n");
    }

    private static byte[] damaged(byte[] sound, int seed) {
        Random random = new Random(seed);
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            byte[] garbage = Bytes.random(random.nextLong(), random.nextInt(1, 12));
            System.arraycopy(
                    garbage, 0, bytes, 100 + random.nextInt(bytes.length - 100 - garbage.length), garbage.length);
        }
        return bytes;
    }

    private static IntegrityCheck.Outcome whole(Path file) throws SQLException {
        try (var connection = SqliteConnections.ownCopy(file)) {
            return IntegrityCheck.full(connection);
        }
    }

    private IntegrityCheck.Outcome divided(Path file) {
        return new DividedCheck(file, () -> SqliteConnections.ownCopy(file), workers, () -> false)
                .start()
                .join();
    }

    /** A check. */
    @FunctionalInterface
    private interface Check {
        IntegrityCheck.Outcome run() throws SQLException;
    }

    /** What cannot even be checked is damaged, too. */
    private static boolean isDamaged(Check check) {
        try {
            List<?> findings = check.run().findings();
            return !findings.isEmpty();
        } catch (SQLException | CompletionException unreadable) {
            return true;
        }
    }
}
