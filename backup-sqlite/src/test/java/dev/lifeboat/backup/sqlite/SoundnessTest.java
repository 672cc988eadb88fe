package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken rules and missing parts are the application's matter and only said; broken structure behind them is found all the same. */
class SoundnessTest {
  private static final int PAGE = 4096;
  private static final String ROWS = DatabaseKind.numbers(3000) + "SELECT i, 'text number ' || i FROM n";

  @TempDir Path folder;

  @Nested
  class BrokenRules {
    @Test
    void brokenForeignKeysAreCountedPerTable() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE a (id INTEGER PRIMARY KEY)", "CREATE TABLE b (x REFERENCES a)",
          "CREATE TABLE \"c d\" (x REFERENCES a)", "INSERT INTO b VALUES (1), (2), (NULL)", "INSERT INTO \"c d\" VALUES (7)");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).containsExactlyInAnyOrder(
          "b: 2 rows refer to rows that do not exist.", "c d: 1 row refers to rows that do not exist.");
      assertIntactAndRestorable(database, backup);
    }

    @Test
    void foreignKeysThatCannotBeCheckedAreSaid() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE a (id)", "CREATE TABLE b (x REFERENCES a)", "INSERT INTO b VALUES (1)");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).singleElement().asString().contains("foreign_key_check").contains("mismatch");
      assertIntactAndRestorable(database, backup);
    }

    @Test
    void emptyValuesInColumnsThatForbidThemAreSaid() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i INT, x TEXT)", "INSERT INTO t VALUES (1, NULL), (2, 'x')");
      rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT NOT NULL)");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).containsExactly("Constraint: NULL value in t.x");
      assertIntactAndRestorable(database, backup);
    }

    /** SQLite leaves CHECK out when it reads the schema of a file it may not write: a backup's own expressions never run. */
    @Test
    void checkConstraintsAreNotEvaluated() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i INT CHECK (i > 0))", "PRAGMA ignore_check_constraints = ON",
          "INSERT INTO t VALUES (-1)");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).isEmpty();
      assertIntactAndRestorable(database, backup);
    }

    @Test
    void valuesOfTheWrongTypeInAStrictTableAreSaid() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i INT, x ANY)", "INSERT INTO t VALUES ('text', 1)");
      rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT) STRICT");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).isNotEmpty().allMatch(sentence -> sentence.startsWith("Constraint: "));
      assertIntactAndRestorable(database, backup);
    }

    @Test
    void manyViolationsDoNotHideBrokenStructure() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (i INT, x TEXT)", "INSERT INTO t " + ROWS, "CREATE INDEX tx ON t (x)");
      rewriteSchema(database, "CREATE TABLE t (i INT, x TEXT, y TEXT NOT NULL)");
      Backup sound = Lifeboat.on(database).create();
      Path broken = Files.copy(sound.path(), folder.resolve("broken.db"));
      replaceText(broken, "text number 2999", "text Number 2999");

      Verification verification = Lifeboat.on(database).verify(Lifeboat.on(database).adopt(broken));

      assertThat(sentences(sound)).isNotEmpty().allMatch(sentence -> sentence.contains("NULL value"));
      assertThat(verification).isInstanceOfSatisfying(Verification.Damaged.class,
          damaged -> assertThat(damaged.findings().get(0).toString()).contains("missing from index"));
    }

    @Test
    void fullTextIndexThatIsOutOfDateIsNoDamage() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "INSERT INTO t " + ROWS,
          "CREATE VIRTUAL TABLE f USING fts5(x, content = 't', content_rowid = 'id')", "INSERT INTO f(f) VALUES ('rebuild')",
          "DELETE FROM t WHERE id < 100", "UPDATE t SET x = 'other'");

      Backup backup = Lifeboat.on(database).create();

      assertIntactAndRestorable(database, backup);
    }

    @Test
    void fullTextIndexWhoseContentIsGoneIsNoDamage() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "INSERT INTO t " + ROWS,
          "CREATE VIRTUAL TABLE f USING fts5(x, content = 't', content_rowid = 'id')", "INSERT INTO f(f) VALUES ('rebuild')", "DROP TABLE t");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).anyMatch(sentence -> sentence.startsWith("f was not checked"));
      assertIntactAndRestorable(database, backup);
    }
  }

  @Nested
  class MissingParts {
    private static final String PLAIN = "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y AS (lower(x)) VIRTUAL NOT NULL)";

    @Test
    void collationInAnIndexIsSaidAndBrokenStructureIsFound() throws Exception {
      assertSaidAndStructureStillChecked("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "CREATE INDEX tx ON t (x)",
          "tx", "CREATE INDEX tx ON t (x COLLATE GERMAN_PHONEBOOK)", "GERMAN_PHONEBOOK");
    }

    @Test
    void collationOfAColumnIsSaidAndBrokenStructureIsFound() throws Exception {
      assertSaidAndStructureStillChecked("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "CREATE INDEX tx ON t (x)",
          "t", "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT COLLATE \"odd name (1)\")", "odd name (1)");
    }

    @Test
    void functionInAnIndexIsSaidAndBrokenStructureIsFound() throws Exception {
      assertSaidAndStructureStillChecked("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "CREATE INDEX tx ON t (lower(x))",
          "tx", "CREATE INDEX tx ON t (fold_text(x))", "fold_text");
    }

    @Test
    void functionInACheckIsNotNeededAndBrokenStructureIsFound() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)", "INSERT INTO t " + ROWS);
      rewriteSchema(database, "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT CHECK (is_valid_text(x)))");
      Lifeboat lifeboat = Lifeboat.on(database);

      Backup backup = lifeboat.create();
      List<Message> warnings = lifeboat.restore(backup).warnings();
      Damage.MIDDLE_PAGE_DESTROYED.inflict(database);

      assertThat(backup.metadata().orElseThrow().warnings()).isEmpty();
      assertThat(warnings).isEmpty();
      Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
    }

    @Test
    void functionsInGeneratedColumnsAreSaidAndBrokenStructureIsFound() throws Exception {
      assertSaidAndStructureStillChecked(PLAIN, "CREATE INDEX tx ON t (x)",
          "t", PLAIN.replace("lower(x)", "fold_text(x, 'de') || fold_more(x)"), "fold_");
    }

    @Test
    void moduleOfAVirtualTableIsSaidAndItsShadowTablesAreKept() throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)", "CREATE VIRTUAL TABLE f USING fts5(x)", "INSERT INTO f VALUES ('text')");
      rewriteSchema(database, "f", "CREATE VIRTUAL TABLE f USING spellfix1(x)");

      Backup backup = Lifeboat.on(database).create();

      assertThat(sentences(backup)).singleElement().asString().contains("f was not checked").contains("spellfix1");
      assertThat(backup.metadata().orElseThrow().tableRows()).containsKeys("t", "f_data", "f_content").doesNotContainKey("f");
      assertThat(Lifeboat.on(database).verify(backup)).isInstanceOf(Verification.Intact.class);
      assertThat(Lifeboat.on(database).restore(backup).warnings()).hasSize(1);
    }

    /** The database is backed up and restored with a warning that names the part; the same with a broken page is damaged. */
    private void assertSaidAndStructureStillChecked(String table, String index, String rewritten, String sql, String part) throws Exception {
      Path database = Sql.run(folder.resolve("app.db"), table, "INSERT INTO t (id, x) " + ROWS, index, "CREATE TABLE other (x UNIQUE)");
      rewriteSchema(database, rewritten, sql);
      Lifeboat lifeboat = Lifeboat.on(database);

      Backup backup = lifeboat.create();
      Path broken = Files.copy(backup.path(), folder.resolve("broken.db"));
      Bytes.write(broken, Files.size(broken) / PAGE / 2 * PAGE, Bytes.random(1, PAGE));
      Verification verification = lifeboat.verify(lifeboat.adopt(broken));
      Verification own = lifeboat.verify(backup);
      List<Message> warnings = lifeboat.restore(backup).warnings();
      Files.copy(broken, database, StandardCopyOption.REPLACE_EXISTING);

      assertThat(sentences(backup)).anyMatch(sentence -> sentence.contains("was not checked") && sentence.contains(part));
      assertThat(own).isInstanceOf(Verification.Intact.class);
      assertThat(warnings).isEqualTo(own.warnings());
      assertThat(verification).isInstanceOf(Verification.Damaged.class);
      Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
    }
  }

  private static void assertIntactAndRestorable(Path database, Backup backup) throws Exception {
    DatabaseContent good = DatabaseContent.of(database);
    Lifeboat lifeboat = Lifeboat.on(database);
    Sql.run(database, "CREATE TABLE added_later (x)");

    Verification verification = lifeboat.verify(backup);
    List<Message> warnings = lifeboat.restore(backup).warnings();

    assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
    assertThat(verification).isEqualTo(new Verification.Intact(backup.name(), backup.metadata().orElseThrow().warnings()));
    assertThat(warnings).isEqualTo(verification.warnings());
    assertThat(DatabaseContent.of(database)).isEqualTo(good);
  }

  private static List<String> sentences(Backup backup) {
    return backup.metadata().orElseThrow().warnings().stream().map(warning -> warning.in(Locale.ENGLISH)).toList();
  }

  private static void rewriteSchema(Path database, String sql) throws Exception {
    rewriteSchema(database, "t", sql);
  }

  /** Gives an object another definition, as a SQLite with other extensions would have made it. */
  private static void rewriteSchema(Path database, String name, String sql) throws Exception {
    Sql.run(database, "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = '" + sql.replace("'", "''") + "' WHERE name = '" + name + "'");
  }

  /** Changes a value in its table, but not in the index. */
  private static void replaceText(Path file, String from, String to) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Bytes.write(file, text.indexOf(from), to.getBytes(StandardCharsets.ISO_8859_1));
  }
}
