package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collations, functions and modules that this SQLite lacks are said; broken structure behind them is found all the
 * same.
 */
class MissingPartsTest {
    private static final int PAGE = 4096;
    private static final String ROWS = DatabaseKind.numbers(3000) + "SELECT i, 'text number ' || i FROM n";
    private static final String PLAIN =
            "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y AS (lower(x)) VIRTUAL NOT NULL)";

    @TempDir
    Path folder;

    @Test
    void collationInAnIndexIsSaidAndBrokenStructureIsFound() throws Exception {
        assertSaidAndStructureStillChecked(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "CREATE INDEX tx ON t (x)",
                "tx",
                "CREATE INDEX tx ON t (x COLLATE GERMAN_PHONEBOOK)",
                "GERMAN_PHONEBOOK");
    }

    @Test
    void collationOfAColumnIsSaidAndBrokenStructureIsFound() throws Exception {
        assertSaidAndStructureStillChecked(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "CREATE INDEX tx ON t (x)",
                "t",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT COLLATE \"odd name (1)\")",
                "odd name (1)");
    }

    @Test
    void functionInAnIndexIsSaidAndBrokenStructureIsFound() throws Exception {
        assertSaidAndStructureStillChecked(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "CREATE INDEX tx ON t (lower(x))",
                "tx",
                "CREATE INDEX tx ON t (fold_text(x))",
                "fold_text");
    }

    @Test
    void functionInACheckIsSaidAndBrokenStructureIsFound() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"), "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "INSERT INTO t " + ROWS);
        Sql.rewriteSchema(database, "t", "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT CHECK (is_valid_text(x)))");
        Lifeboat lifeboat = Lifeboat.on(database);

        Backup backup = lifeboat.create();
        List<Message> warnings = lifeboat.restore(backup).warnings();
        Damage.MIDDLE_PAGE_DESTROYED.inflict(database);

        assertThat(backup.metadata().orElseThrow().warnings())
                .singleElement()
                .asString()
                .contains("CHECK", "is_valid_text");
        assertThat(warnings).as("a backup's own expressions are not looked at").isEmpty();
        Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
    }

    @Test
    void valueTooLongToBeComputedIsSaidAndBrokenStructureIsFound() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT CHECK (length(printf('%.*c', 40000000, x)) > 0))",
                "INSERT INTO t VALUES (1, 'x')",
                "CREATE TABLE other (id INTEGER PRIMARY KEY, x TEXT)",
                "INSERT INTO other " + ROWS);
        Lifeboat lifeboat = Lifeboat.on(database);

        Backup backup = lifeboat.create();
        Verification verification = lifeboat.verify(backup);
        lifeboat.restore(backup);
        Damage.MIDDLE_PAGE_DESTROYED.inflict(database);

        assertThat(backup.metadata().orElseThrow().warnings())
                .singleElement()
                .asString()
                .contains("CHECK", "too big");
        assertThat(verification).isInstanceOf(Verification.Intact.class);
        Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
    }

    @Test
    void functionsInGeneratedColumnsAreSaidAndBrokenStructureIsFound() throws Exception {
        assertSaidAndStructureStillChecked(
                PLAIN,
                "CREATE INDEX tx ON t (x)",
                "t",
                PLAIN.replace("lower(x)", "fold_text(x, 'de') || fold_more(x)"),
                "fold_");
    }

    @Test
    void moduleOfAVirtualTableIsSaidAndItsShadowTablesAreKept() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (x)",
                "CREATE VIRTUAL TABLE f USING fts5(x)",
                "INSERT INTO f VALUES ('text')");
        Sql.rewriteSchema(database, "f", "CREATE VIRTUAL TABLE f USING spellfix1(x)");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup))
                .singleElement()
                .asString()
                .contains("f was not checked")
                .contains("spellfix1");
        assertThat(backup.metadata().orElseThrow().tableRows())
                .containsKeys("t", "f_data", "f_content")
                .doesNotContainKey("f");
        assertThat(Lifeboat.on(database).verify(backup)).isInstanceOf(Verification.Intact.class);
        assertThat(Lifeboat.on(database).restore(backup).warnings()).hasSize(1);
    }

    /**
     * The database is backed up and restored with a warning that names the part; the same with a broken page is
     * damaged.
     */
    private void assertSaidAndStructureStillChecked(
            String table, String index, String rewritten, String sql, String part) throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                table,
                "INSERT INTO t (id, x) " + ROWS,
                index,
                "CREATE TABLE other (x UNIQUE)");
        Sql.rewriteSchema(database, rewritten, sql);
        Lifeboat lifeboat = Lifeboat.on(database);

        Backup backup = lifeboat.create();
        Path broken = Files.copy(backup.path(), folder.resolve("broken.db"));
        Bytes.write(broken, Files.size(broken) / PAGE / 2 * PAGE, Bytes.random(1, PAGE));
        Verification verification = lifeboat.verify(lifeboat.adopt(broken));
        Verification own = lifeboat.verify(backup);
        List<Message> warnings = lifeboat.restore(backup).warnings();
        Files.copy(broken, database, StandardCopyOption.REPLACE_EXISTING);

        assertThat(sentences(backup))
                .anyMatch(sentence -> sentence.contains("was not checked") && sentence.contains(part));
        assertThat(own).isInstanceOf(Verification.Intact.class);
        assertThat(warnings).isEqualTo(own.warnings());
        assertThat(verification).isInstanceOf(Verification.Damaged.class);
        Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
    }

    private static List<String> sentences(Backup backup) {
        return backup.metadata().orElseThrow().warnings().stream()
                .map(warning -> warning.in(Locale.ENGLISH))
                .toList();
    }
}
