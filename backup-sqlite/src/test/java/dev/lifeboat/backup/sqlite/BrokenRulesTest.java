package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that break the schema's rules are the application's matter: they are said, backed up and restored, and hide no
 * broken structure.
 */
class BrokenRulesTest {
    private static final String ROWS = DatabaseKind.numbers(3000) + "SELECT i, 'text number ' || i FROM n";

    @TempDir
    Path folder;

    @Test
    void brokenForeignKeysAreCountedPerTable() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (x REFERENCES a)",
                "CREATE TABLE \"c d\" (x REFERENCES a)",
                "INSERT INTO b VALUES (1), (2), (NULL)",
                "INSERT INTO \"c d\" VALUES (7)");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup))
                .containsExactlyInAnyOrder(
                        "b: 2 rows refer to rows that do not exist.", "c d: 1 row refers to rows that do not exist.");
        assertIntactAndRestorable(database, backup);
    }

    @Test
    void foreignKeysThatCannotBeCheckedAreSaid() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE a (id)",
                "CREATE TABLE b (x REFERENCES a)",
                "INSERT INTO b VALUES (1)");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup))
                .singleElement()
                .asString()
                .contains("foreign_key_check")
                .contains("mismatch");
        assertIntactAndRestorable(database, backup);
    }

    @Test
    void emptyValuesInColumnsThatForbidThemAreSaid() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"), "CREATE TABLE t (i INT, x TEXT)", "INSERT INTO t VALUES (1, NULL), (2, 'x')");
        rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT NOT NULL)");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup)).containsExactly("Constraint: NULL value in t.x");
        assertIntactAndRestorable(database, backup);
    }

    /**
     * Said when the backup is made. SQLite leaves CHECK out when it reads the schema of a file it may not write, so a
     * backup's own expressions never run.
     */
    @Test
    void valuesThatCheckConstraintsForbidAreSaid() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (i INT CHECK (i > 0))",
                "PRAGMA ignore_check_constraints = ON",
                "INSERT INTO t VALUES (-1)");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup)).containsExactly("Constraint: CHECK constraint failed in t");
        assertThat(Lifeboat.on(database).verify(backup)).isEqualTo(new Verification.Intact(backup.name(), List.of()));
        assertThat(Lifeboat.on(database)
                        .service()
                        .show(backup.name())
                        .metadata()
                        .orElseThrow()
                        .warnings())
                .as("what was found when it was made stays on record")
                .isEqualTo(backup.metadata().orElseThrow().warnings());
    }

    @Test
    void valuesOfTheWrongTypeInAStrictTableAreSaid() throws Exception {
        Path database =
                Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i INT, x ANY)", "INSERT INTO t VALUES ('text', 1)");
        rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT) STRICT");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup)).isNotEmpty().allMatch(sentence -> sentence.startsWith("Constraint: "));
        assertIntactAndRestorable(database, backup);
    }

    @Test
    void manyViolationsDoNotHideBrokenStructure() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (i INT, x TEXT)",
                "INSERT INTO t " + ROWS,
                "CREATE INDEX tx ON t (x)");
        rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT, y TEXT NOT NULL)");
        Backup sound = Lifeboat.on(database).create();
        Path broken = Files.copy(sound.path(), folder.resolve("broken.db"));
        replaceText(broken, "text number 2999", "text Number 2999");

        Verification verification =
                Lifeboat.on(database).verify(Lifeboat.on(database).adopt(broken));

        assertThat(sentences(sound)).isNotEmpty().allMatch(sentence -> sentence.contains("NULL value"));
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Damaged.class,
                        damaged ->
                                assertThat(damaged.findings().get(0).toString()).contains("missing from index"));
    }

    @Test
    void fullTextIndexThatIsOutOfDateIsNoDamage() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "INSERT INTO t " + ROWS,
                "CREATE VIRTUAL TABLE f USING fts5(x, content = 't', content_rowid = 'id')",
                "INSERT INTO f(f) VALUES ('rebuild')",
                "DELETE FROM t WHERE id < 100",
                "UPDATE t SET x = 'other'");

        Backup backup = Lifeboat.on(database).create();

        assertIntactAndRestorable(database, backup);
    }

    @Test
    void fullTextIndexWhoseContentIsGoneIsNoDamage() throws Exception {
        Path database = Sql.run(
                folder.resolve("app.db"),
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "INSERT INTO t " + ROWS,
                "CREATE VIRTUAL TABLE f USING fts5(x, content = 't', content_rowid = 'id')",
                "INSERT INTO f(f) VALUES ('rebuild')",
                "DROP TABLE t");

        Backup backup = Lifeboat.on(database).create();

        assertThat(sentences(backup)).anyMatch(sentence -> sentence.startsWith("f was not checked"));
        assertIntactAndRestorable(database, backup);
    }

    private static void assertIntactAndRestorable(Path database, Backup backup) throws Exception {
        DatabaseContent good = DatabaseContent.of(database);
        Lifeboat lifeboat = Lifeboat.on(database);
        Sql.run(database, "CREATE TABLE added_later (x)");

        Verification verification = lifeboat.verify(backup);
        List<Message> warnings = lifeboat.restore(backup).warnings();

        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(verification)
                .isEqualTo(new Verification.Intact(
                        backup.name(), backup.metadata().orElseThrow().warnings()));
        assertThat(warnings).isEqualTo(verification.warnings());
        assertThat(DatabaseContent.of(database)).isEqualTo(good);
    }

    private static List<String> sentences(Backup backup) {
        return backup.metadata().orElseThrow().warnings().stream()
                .map(warning -> warning.in(Locale.ENGLISH))
                .toList();
    }

    private static void rewriteSchema(Path database, String sql) throws Exception {
        Sql.rewriteSchema(database, "t", sql);
    }

    /** Changes a value in its table, but not in the index. */
    private static void replaceText(Path file, String from, String to) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Bytes.write(file, text.indexOf(from), to.getBytes(StandardCharsets.ISO_8859_1));
    }
}
