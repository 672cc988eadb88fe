package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.sqlite.pages.TableProofs;
import dev.lifeboat.backup.sqlite.pages.TableProofs.Proof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proven is what SQLite finds nothing wrong with; and what is sound is proven. */
@Timeout(300)
class TableProofsTest {
    private static final int RANDOM_TABLES = 150;

    @TempDir
    Path folder;

    @Nested
    class OfSoundTables {
        @ParameterizedTest
        @CsvSource({
            "512, NONE",
            "512, FULL",
            "1024, NONE",
            "4096, NONE",
            "4096, INCREMENTAL",
            "16384, NONE",
            "65536, NONE"
        })
        void areGivenForAllSizesOfPages(int pageSize, String vacuum) throws Exception {
            Path file = Provable.rich(folder, pageSize, vacuum, 300);

            assertThat(Provable.proofs(file).values()).containsOnly(new Proof(true, true));
        }

        @Test
        void areGivenForTablesOfRandomShapeAndContent() throws Exception {
            for (int seed = 0; seed < RANDOM_TABLES; seed++) {
                Path file = RandomTables.create(folder.resolve("random.db"), seed);

                assertThat(Provable.verdict(file)).as("seed " + seed).isEmpty();
                assertThat(Provable.proofs(file).values()).as("seed " + seed).containsOnly(new Proof(true, true));
                Files.delete(file);
            }
        }

        @ParameterizedTest
        @MethodSource("dev.lifeboat.backup.sqlite.DatabaseKind#all")
        void neverContradictSqlite(DatabaseKind kind) throws Exception {
            Path file = Sql.run(folder.resolve("kind.db"), kind.statements("DELETE"));

            assertThat(Provable.verdict(file)).isEmpty();
            assertThat(Provable.proofs(file)).isNotNull();
        }

        @Test
        void areGivenWhenAColumnWasAddedLater() throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 50),
                    "ALTER TABLE t ADD COLUMN later",
                    "INSERT INTO t (id, later) VALUES (9000, 'x')",
                    "CREATE INDEX by_later ON t (later)");

            assertThat(Provable.proofs(file)).containsEntry("t", new Proof(true, true));
        }

        @Test
        void areGivenWhenNotEvenTheHeaderOfARowFitsIntoItsPage() throws Exception {
            String columns =
                    IntStream.rangeClosed(1, 800).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
            Path file = Sql.run(
                    folder.resolve("wide.db"),
                    "PRAGMA page_size = 512",
                    "CREATE TABLE t (" + columns + ")",
                    "CREATE INDEX by_last ON t (c800, c1)",
                    "INSERT INTO t (c1, c400, c800) VALUES ('first', zeroblob(3000), 'last'), (1, 2, 3)");

            assertThat(Provable.proofs(file)).containsEntry("t", new Proof(true, true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16le", "UTF-16be"})
        void areNotGivenForTextsInAnotherEncoding(String encoding) throws Exception {
            Path file = Sql.run(
                    folder.resolve("wide.db"),
                    "PRAGMA encoding = '" + encoding + "'",
                    "CREATE TABLE t (s TEXT UNIQUE)",
                    "INSERT INTO t VALUES ('a')");

            assertThat(Provable.proofs(file)).containsEntry("t", new Proof(false, false));
        }

        @Test
        void areNotGivenOnceCancelled() throws Exception {
            Path file = Provable.rich(folder, 1024, "NONE", 50);

            try (var connection = SqliteConnections.immutable(file)) {
                assertThat(new TableProofs(file, () -> true).prove(connection, "t"))
                        .isEqualTo(new Proof(false, false));
            }
        }
    }

    @Nested
    class OfWrongTables {
        /** What is wrong, behind which index's back, and how; SQLite agrees that it is wrong. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                row that is in no index        | by_n  | INSERT INTO t (id, n) VALUES (5000, 7)
                entry without a row            | by_n  | DELETE FROM t WHERE id = 24
                entry with another value       | by_n  | UPDATE t SET n = n + 1 WHERE id = 24
                two entries that were swapped  | by_n  | UPDATE t SET n = CASE id WHEN 24 THEN 25 ELSE 24 END WHERE id IN (24, 25)
                entry of another row           | by_n  | UPDATE t SET id = 7000 WHERE id = 24
                value where there was nothing  | by_s  | UPDATE t SET s = 'x' WHERE s IS NULL AND id = 30
                nothing where there was a value | by_s | UPDATE t SET s = NULL WHERE id = 24
                text in capitals               | by_c  | UPDATE t SET c = upper(c) WHERE id = 24
                text with blanks at its end    | by_r  | UPDATE t SET r = concat(r, ' ') WHERE id = 24
                bytes instead of a text        | by_s  | UPDATE t SET s = CAST(s AS BLOB) WHERE id = 24
                another long text              | by_l  | UPDATE t SET l = concat(l, 'x') WHERE id = 24
                another number                 | by_f  | UPDATE t SET f = f + 0.001 WHERE id = 24
                row without row numbers        | by_b  | INSERT INTO w VALUES ('new', 3, 'new')
                row of another key             | by_b  | UPDATE w SET k = 'other' WHERE k = 'key 5'
                """)
        void areNotGiven(String what, String index, String change) throws Exception {
            Path file = Provable.behind(index, Provable.rich(folder, 1024, "NONE", 100), change);

            assertThat(Provable.verdict(file)).as(what).isNotEmpty();
            assertThat(Provable.proofs(file).values()).as(what).contains(new Proof(false, true));
        }

        /** The pages stay as they are; the schema says something else of them. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                keys that are there twice           | CREATE UNIQUE INDEX by_n ON t (n)
                entries in the other order          | CREATE INDEX by_n ON t (n DESC)
                entries in the order of a collation | CREATE INDEX by_s ON t (s COLLATE NOCASE)
                entries in the order of bytes       | CREATE INDEX by_c ON t (c COLLATE BINARY)
                entries of another column           | CREATE INDEX by_n ON t (id2)
                entries with too many values        | CREATE INDEX by_two ON t (n)
                entries with too few values         | CREATE INDEX by_n ON t (n, s)
                """)
        void areNotGivenForIndexesOfAnotherKind(String what, String index) throws Exception {
            String name = index.replaceAll(".*INDEX (\\w+) ON.*", "$1");
            Path file = Provable.rich(folder, 1024, "NONE", 100);
            Sql.rewriteSchema(file, name, index);

            assertThat(Provable.verdict(file)).as(what).isNotEmpty();
            assertThat(Provable.proofs(file).get("t").ofIndexes()).as(what).isFalse();
        }

        @Test
        void areNotGivenWhenKeysAreOutOfOrder() throws Exception {
            Path file = Sql.run(Provable.rich(folder, 1024, "NONE", 100), "DROP INDEX by_b");
            Sql.rewriteSchema(file, "w", "CREATE TABLE w (k TEXT, b INTEGER, x, PRIMARY KEY (k DESC)) WITHOUT ROWID");

            assertThat(Provable.verdict(file)).isNotEmpty();
            assertThat(Provable.proofs(file).get("w").ofIndexes()).isFalse();
        }

        /** The right values, and then something more: another byte, or another value. */
        @ParameterizedTest
        @ValueSource(strings = {"\3\31\1needle\5z", "\4\31\1\0needle\5"})
        void areNotGivenWhenEntriesAreLonger(String entry) throws Exception {
            Path file = Sql.run(
                    folder.resolve("long.db"),
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, s TEXT)",
                    "CREATE INDEX by_s ON t (s)",
                    "INSERT INTO t VALUES (5, 'needle7')");
            Provable.behind("by_s", file, "UPDATE t SET s = 'needle'");
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);

            Bytes.write(file, content.indexOf("\3\33\1needle7\5"), entry.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(Provable.verdict(file)).isNotEmpty();
            assertThat(Provable.proofs(file)).containsEntry("t", new Proof(false, true));
        }

        /** First pages are looked up by name, SQLite's own way: so names have to be what the definition says. */
        @Test
        void areNotGivenWhenNamesAndDefinitionsDiffer() throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 50),
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_schema SET name = CASE name WHEN 'by_n' THEN 'by_s' ELSE 'by_n' END WHERE name IN ('by_n', 'by_s')");

            assertThat(Provable.verdict(file)).isNotEmpty();
        }

        @Test
        void endWhenMoreIsToBeReadThanThereIs() throws Exception {
            Path file = Provable.rich(folder, 1024, "NONE", 300);
            String root = Sql.value(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'keyed'");
            List<String> statements = new ArrayList<>(List.of("PRAGMA writable_schema = ON"));
            for (int i = 0; i < 500; i++) {
                statements.add("INSERT INTO sqlite_schema VALUES ('table', 'a" + i + "', 'a" + i + "', " + root
                        + ", 'CREATE TABLE a" + i + " (a REFERENCES child, b, c)')");
            }
            Sql.run(file, statements.toArray(String[]::new));

            assertThat(Provable.proofs(file)).containsEntry("a499", new Proof(false, false));
        }

        @Test
        void areNotGivenForRowsFromBeforeAColumnWithADefault() throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 50),
                    "ALTER TABLE t ADD COLUMN later DEFAULT 'x'",
                    "CREATE INDEX by_later ON t (later)");

            assertThat(Provable.verdict(file)).isEmpty();
            assertThat(Provable.proofs(file)).containsEntry("t", new Proof(false, false));
        }
    }

    @Nested
    class OfForeignKeys {
        @ParameterizedTest
        @ValueSource(
                strings = {"5001", "-1", "0", "9223372036854775807", "-9223372036854775808", "'a word'", "1.5", "x'01'"
                })
        void areNotGivenWhenTheOtherRowIsMissing(String value) throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 100), "INSERT INTO child VALUES (9000, " + value + ", NULL)");

            assertThat(Provable.violations(file)).isNotEmpty();
            assertThat(Provable.proofs(file)).containsEntry("child", new Proof(true, false));
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "NULL", "100", "'5'", "5.0"})
        void areGivenWhenItIsThere(String value) throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 100), "INSERT INTO child VALUES (9000, " + value + ", NULL)");

            assertThat(Provable.violations(file)).isEmpty();
            assertThat(Provable.proofs(file)).containsEntry("child", new Proof(true, true));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CREATE TABLE other (a REFERENCES nowhere)",
                    "CREATE TABLE other (a REFERENCES t (n))",
                    "CREATE TABLE other (a REFERENCES w)",
                    "CREATE TABLE other (a, b, FOREIGN KEY (a, b) REFERENCES t (id, n))",
                    "CREATE TABLE other (a REFERENCES seen)"
                })
        void areLeftToSqliteWhenTheyReferToSomethingElse(String table) throws Exception {
            Path file = Sql.run(Provable.rich(folder, 1024, "NONE", 20), "CREATE VIEW seen AS SELECT 1 AS a", table);

            assertThat(Provable.proofs(file).get("other").ofForeignKeys()).isFalse();
        }

        /** Each of them alone would do. */
        @Test
        void areLeftToSqliteWhenRowNumbersOfAllTablesTakeTooMuchMemory() throws Exception {
            Path file = Provable.rich(folder, 1024, "NONE", 20);
            for (int i = 0; i < 3; i++) {
                Sql.run(
                        file,
                        "CREATE TABLE parent" + i + " (id INTEGER PRIMARY KEY)",
                        "INSERT INTO parent" + i + " VALUES (1), (30000000)",
                        "CREATE TABLE child" + i + " (a REFERENCES parent" + i + ")",
                        "INSERT INTO child" + i + " VALUES (30000000)");
            }

            assertThat(Provable.proofs(file))
                    .containsEntry("child0", new Proof(true, true))
                    .containsEntry("child1", new Proof(true, true))
                    .containsEntry("child2", new Proof(true, false));
        }

        @ParameterizedTest
        @ValueSource(strings = {"VIRTUAL", "STORED"})
        void areLeftToSqliteWhenTheColumnIsComputed(String kind) throws Exception {
            Path file = Sql.run(
                    Provable.rich(folder, 1024, "NONE", 20),
                    "CREATE TABLE g (a INT, b INT AS (a + 9000) " + kind + " REFERENCES t)",
                    "INSERT INTO g VALUES (1)");

            assertThat(Provable.violations(file)).isNotEmpty();
            assertThat(Provable.proofs(file).get("g").ofForeignKeys()).isFalse();
        }

        @Test
        void areLeftToSqliteWhenRowNumbersAreFarApart() throws Exception {
            Path file =
                    Sql.run(Provable.rich(folder, 1024, "NONE", 20), "INSERT INTO t (id) VALUES (9223372036854775807)");

            assertThat(Provable.violations(file)).isEmpty();
            assertThat(Provable.proofs(file)).containsEntry("child", new Proof(true, false));
        }
    }
}
