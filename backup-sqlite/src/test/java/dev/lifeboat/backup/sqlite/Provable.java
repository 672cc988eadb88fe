package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.sqlite.pages.TableProofs;
import dev.lifeboat.backup.sqlite.pages.TableProofs.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Databases of which everything can be proven, and what is proven and what SQLite says of them. */
final class Provable {
    private static final String HIDE = "DELETE FROM sqlite_schema WHERE name = ";

    private Provable() {}

    /** A database of which everything can be proven. */
    static Path rich(Path folder, int pageSize, String vacuum, int rows) throws SQLException, IOException {
        Path file = folder.resolve("rich.db");
        Files.deleteIfExists(file);
        return Sql.run(
                file,
                "PRAGMA page_size = " + pageSize,
                "PRAGMA auto_vacuum = " + vacuum,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n, s TEXT, c TEXT COLLATE NOCASE, r TEXT COLLATE RTRIM, l TEXT,"
                        + " f REAL, big BLOB, id2 INTEGER)",
                "INSERT INTO t " + DatabaseKind.numbers(rows)
                        + "SELECT i, i % 37, CASE WHEN i % 5 > 0 THEN char(64 + i % 60) || (i % 10) END, 'Name ' || char(64 + i % 60),"
                        + " 'blank' || substr('     ', 1 + i % 5), CASE WHEN i % 4 = 0 THEN hex(zeroblob(i * 3)) || i END,"
                        + " CASE WHEN i % 3 = 0 THEN i / 4.0 END, zeroblob(i * 11 % 900), i * 1000000007 FROM n",
                "CREATE INDEX by_n ON t (n)",
                "CREATE INDEX by_s ON t (s)",
                "CREATE INDEX by_c ON t (c)",
                "CREATE INDEX by_r ON t (r, n DESC)",
                "CREATE INDEX by_l ON t (l)",
                "CREATE INDEX by_f ON t (f DESC)",
                "CREATE UNIQUE INDEX by_id2 ON t (id2)",
                "CREATE INDEX by_id ON t (id, s)",
                "CREATE INDEX by_two ON t (n, s)",
                "CREATE TABLE w (k TEXT PRIMARY KEY, b INTEGER, x) WITHOUT ROWID",
                "INSERT INTO w " + DatabaseKind.numbers(rows) + "SELECT 'key ' || i, i % 9, zeroblob(i % 300) FROM n",
                "CREATE INDEX by_b ON w (b)",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t, self INTEGER REFERENCES child (ID))",
                "INSERT INTO child " + DatabaseKind.numbers(rows) + "SELECT i, i, i / 2 + 1 FROM n",
                "CREATE TABLE part (id INTEGER PRIMARY KEY REFERENCES child, note)",
                "INSERT INTO part SELECT id, 'x' FROM child",
                "CREATE TABLE keyed (a TEXT, b, c, PRIMARY KEY (c, a), UNIQUE (b, a))",
                "INSERT INTO keyed " + DatabaseKind.numbers(rows) + "SELECT 'a' || i, NULL, i % 3 FROM n");
    }

    /** Takes an index out of the schema, makes a change, and puts it back. */
    static Path behind(String index, Path file, String change) throws SQLException {
        List<String> row = Sql.column(
                file,
                "SELECT quote(type) || ',' || quote(name) || ',' || quote(tbl_name) || ',' || rootpage || ',' || quote(sql)"
                        + " FROM sqlite_schema WHERE name = '" + index + "'");
        Sql.run(file, "PRAGMA writable_schema = ON", HIDE + "'" + index + "'");
        Sql.run(file, change);
        Sql.run(file, "PRAGMA writable_schema = ON", "INSERT INTO sqlite_schema VALUES (" + row.get(0) + ")");
        return file;
    }

    static Map<String, Proof> proofs(Path file) throws SQLException {
        Map<String, Proof> proofs = new TreeMap<>();
        TableProofs all = new TableProofs(file, () -> false);
        try (var connection = SqliteConnections.immutable(file)) {
            for (Schema.Table table : Schema.tables(connection)) {
                if (!table.isVirtual()) {
                    proofs.put(table.name(), all.prove(connection, table.name()));
                }
            }
        }
        return proofs;
    }

    /** What SQLite finds wrong. */
    static List<Message> verdict(Path file) throws SQLException {
        try (var connection = SqliteConnections.immutable(file)) {
            return IntegrityCheck.full(connection).findings();
        }
    }

    static List<Message> violations(Path file) throws SQLException {
        try (var connection = SqliteConnections.immutable(file)) {
            return ForeignKeyCheck.warnings(connection);
        }
    }
}
