package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup may come from anybody: checking and restoring it runs nothing that is in it, and always ends. */
@Timeout(180)
class UntrustedBackupTest {
    private static final String ENDLESS = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) ";

    @TempDir
    Path folder;

    private Path database;
    private Path made;
    private Lifeboat lifeboat;

    @BeforeEach
    void makeLiveDatabase() throws Exception {
        database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)", "INSERT INTO t VALUES ('live')");
        made = folder.resolve("made.db");
        lifeboat = Lifeboat.on(database);
    }

    @Test
    void triggersOfABackupDoNotRun() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "CREATE TABLE ran (what)",
                "CREATE VIEW v AS SELECT x FROM t",
                "INSERT INTO t VALUES ('restored')",
                "CREATE TRIGGER i AFTER INSERT ON t BEGIN INSERT INTO ran VALUES ('insert'); END",
                "CREATE TRIGGER u AFTER UPDATE ON t BEGIN INSERT INTO ran VALUES ('update'); END",
                "CREATE TRIGGER d BEFORE DELETE ON t BEGIN INSERT INTO ran VALUES ('delete'); END",
                "CREATE TRIGGER w INSTEAD OF UPDATE ON v BEGIN INSERT INTO ran VALUES ('view'); END");
        Backup backup = lifeboat.adopt(made);
        FileState before = FileState.of(backup.path());

        lifeboat.verify(backup);
        lifeboat.restore(backup);

        assertThat(FileState.of(backup.path())).isEqualTo(before);
        assertThat(DatabaseContent.of(database).rows())
                .containsEntry("ran", List.of())
                .containsEntry("t", List.of("integer 1 | text restored"));
    }

    @Test
    void endlessViewIsNeverRead() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "CREATE VIEW v AS " + ENDLESS + "SELECT i FROM c",
                "CREATE TRIGGER w INSTEAD OF INSERT ON v BEGIN INSERT INTO t SELECT i FROM v; END");
        Backup backup = lifeboat.adopt(made);

        Verification verification = lifeboat.verify(backup);
        lifeboat.restore(backup);

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(lifeboat.create().metadata().orElseThrow().tableRows()).containsOnlyKeys("t");
    }

    @Test
    void endlessViewBehindAFullTextTableIsGivenUp() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "CREATE VIEW v (id, x) AS " + ENDLESS + "SELECT i, 'text ' || i FROM c",
                "CREATE VIRTUAL TABLE f USING fts5(x, content = 'v', content_rowid = 'id')");
        Backup backup = lifeboat.adopt(made);

        Verification verification = lifeboat.verify(backup);
        lifeboat.restore(backup);
        Backup own = lifeboat.create();

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(verification.warnings()).extracting(Message::key).contains("warning.not-checked");
        assertThat(own.metadata().orElseThrow().tableRows()).containsKey("t").doesNotContainKey("f");
    }

    @Test
    void endlessViewThatYieldsNothingBehindAFullTextTableIsGivenUp() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "CREATE VIEW v (id, x) AS " + ENDLESS + "SELECT i, 'text ' || i FROM c WHERE i < 0",
                "CREATE VIRTUAL TABLE f USING fts5(x, content = 'v', content_rowid = 'id')");
        Backup backup = lifeboat.adopt(made);

        Verification verification = lifeboat.verify(backup);

        assertThat(verification).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void endlessViewInPlaceOfTheVersionTableIsGivenUp() throws Exception {
        Sql.run(made, "CREATE VIEW history (version) AS " + ENDLESS + "SELECT i FROM c WHERE i < 0");
        Backup backup = lifeboat.adopt(made);
        Lifeboat withReader = Lifeboat.on(lifeboat.configuration().withSchemaVersionReader(query -> {
            query.rows("SELECT max(version) FROM history");
            return Optional.empty();
        }));

        Verification verification = withReader.verify(backup);

        assertThat(verification).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void viewsCannotPassForTables() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "PRAGMA writable_schema = ON",
                "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIEW v AS " + ENDLESS
                        + "SELECT i FROM c')");

        Verification verification = lifeboat.verify(lifeboat.adopt(made));

        assertThat(verification).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void viewsInPlaceOfShadowTablesEnd() throws Exception {
        Sql.run(
                made,
                "CREATE VIRTUAL TABLE r USING rtree(id, a, b)",
                "INSERT INTO r VALUES (1, 1, 2)",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW r_node (nodeno, data) AS "
                        + ENDLESS + "SELECT i, NULL FROM c WHERE i < 0' WHERE name = 'r_node'");

        Verification verification = lifeboat.verify(lifeboat.adopt(made));

        assertThat(verification).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void expressionsThatCallUnsafeFunctionsAreRefused() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x, y AS (x))",
                "INSERT INTO t VALUES ('1')",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (x, y AS (load_extension(x)) STORED, CHECK (load_extension(x) IS NULL))'");

        Verification verification = lifeboat.verify(lifeboat.adopt(made));

        assertThat(verification).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    @Timeout(20)
    void longColumnsComputedForEveryRowAreGivenUp() throws Exception {
        Verification verification = verifyAndRestore("b AS (hex(zeroblob(5000000 + a))) NOT NULL");

        assertThat(verification.warnings()).extracting(Message::key).contains("warning.not-checked");
    }

    @Test
    @Timeout(20)
    void longValuesComputedToCheckEveryRowAreGivenUp() throws Exception {
        verifyAndRestore("CHECK (length(hex(zeroblob(50000000 + a))) > 0)");
    }

    private Verification verifyAndRestore(String computed) throws Exception {
        Sql.run(
                made,
                "CREATE TABLE heavy (a)",
                "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO heavy SELECT i FROM n",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'CREATE TABLE heavy (a, " + computed + ")'");
        Backup backup = lifeboat.adopt(made);
        Verification verification = lifeboat.verify(backup);
        assertThat(verification).isInstanceOf(Verification.Intact.class);
        lifeboat.restore(backup);
        return verification;
    }

    @Test
    void damageBehindValuesThatAreTooLongIsSeen() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE heavy (a)",
                "INSERT INTO heavy VALUES (1)",
                "CREATE TABLE other (x)",
                "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO other SELECT i FROM n",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = 'CREATE TABLE heavy (a, b AS (hex(zeroblob(5000000 + a))) NOT NULL)'"
                        + " WHERE name = 'heavy'");
        try (FileChannel file = FileChannel.open(made, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {'x'}), file.size() - 4096);
        }

        Verification verification = lifeboat.verify(lifeboat.adopt(made));

        assertThat(verification).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void enormousNumbersInTheHeaderDoNoHarm() throws Exception {
        Sql.run(
                made,
                "CREATE TABLE t (x)",
                "PRAGMA default_cache_size = 2000000000",
                "PRAGMA schema_version = 2147483647");
        Backup backup = lifeboat.adopt(made);

        Verification verification = lifeboat.verify(backup);
        lifeboat.restore(backup);

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(DatabaseContent.of(database).rows()).containsOnlyKeys("t");
    }
}
