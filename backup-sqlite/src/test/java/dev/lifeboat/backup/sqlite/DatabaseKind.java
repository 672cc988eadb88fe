package dev.lifeboat.backup.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A sort of database that people have, as the statements that make it.
 *
 * @param name for the test report
 * @param layout pragmas that must come before the first table
 * @param content everything else
 */
record DatabaseKind(String name, List<String> layout, List<String> content) {
    private static final String NUMBERS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";

    /** All kinds that every journal mode must carry. */
    static List<DatabaseKind> all() {
        List<DatabaseKind> kinds = new ArrayList<>(layouts());
        kinds.addAll(tables());
        kinds.addAll(virtualTables());
        kinds.addAll(extremes());
        return kinds;
    }

    /** The statements in order, for a journal mode. */
    String[] statements(String journalMode) {
        List<String> all = new ArrayList<>(layout);
        all.add("PRAGMA journal_mode = " + journalMode);
        all.addAll(content);
        return all.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<DatabaseKind> layouts() {
        List<DatabaseKind> kinds = new ArrayList<>();
        for (int pageSize = 512; pageSize <= 65536; pageSize *= 2) {
            kinds.add(kind("pages of " + pageSize, "PRAGMA page_size = " + pageSize, people(300)));
        }
        for (String encoding : List.of("UTF-8", "UTF-16le", "UTF-16be")) {
            kinds.add(kind(
                    encoding,
                    "PRAGMA encoding = '" + encoding + "'",
                    "CREATE TABLE words (word TEXT PRIMARY KEY, note TEXT)",
                    "INSERT INTO words VALUES ('Grüße', '日本語'), ('🛟', 'lifeboat'), ('', NULL), ('tab\tline\nend', char(0x10FFFF))",
                    "CREATE INDEX by_note ON words (note COLLATE NOCASE DESC)"));
        }
        for (String mode : List.of("FULL", "INCREMENTAL")) {
            kinds.add(kind(
                    "auto_vacuum " + mode,
                    "PRAGMA auto_vacuum = " + mode,
                    people(2000)[0],
                    people(2000)[1],
                    "CREATE TABLE blobs (b BLOB)",
                    "INSERT INTO blobs VALUES (zeroblob(200000))",
                    "DELETE FROM people WHERE id % 3 = 0"));
        }
        kinds.add(kind(
                "free pages",
                "PRAGMA auto_vacuum = NONE",
                people(3000)[0],
                people(3000)[1],
                "CREATE TABLE gone AS SELECT * FROM people",
                "DROP TABLE gone",
                "DELETE FROM people WHERE id BETWEEN 100 AND 2900"));
        kinds.add(kind(
                "numbers in the header",
                "PRAGMA application_id = -559038737",
                "PRAGMA user_version = 2147483647",
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES (1)"));
        return kinds;
    }

    private static List<DatabaseKind> tables() {
        return List.of(
                kind(
                        "without row ids",
                        "",
                        "CREATE TABLE t (a TEXT, b INTEGER, c, PRIMARY KEY (b DESC, a)) WITHOUT ROWID",
                        "INSERT INTO t " + numbers(700) + "SELECT 'key ' || i, i % 7, randomblob(i) FROM n",
                        "CREATE UNIQUE INDEX u ON t (a)"),
                kind(
                        "strict",
                        "",
                        "CREATE TABLE t (i INT, r REAL, s TEXT, b BLOB, a ANY) STRICT",
                        "INSERT INTO t VALUES (9223372036854775807, -1.5e308, 'x', x'00ff', 1), (-9223372036854775808, 0.1, '', x'', 'a')"),
                kind(
                        "every storage class in one column",
                        "",
                        "CREATE TABLE t (x)",
                        "INSERT INTO t VALUES (NULL), (0), (1), (-1), (32767), (-8388608), (1099511627776), (0.1), (1e999), (-0.0),"
                                + " ('text'), (x'00'), ('a' || char(0) || 'b')"),
                kind(
                        "generated columns",
                        "",
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, price REAL, n INT,"
                                + " total REAL GENERATED ALWAYS AS (price * n) STORED, label TEXT AS (n || ' pieces') VIRTUAL UNIQUE)",
                        "INSERT INTO t (price, n) VALUES (1.5, 2), (0.1, 3)",
                        "CREATE INDEX by_total ON t (total)"),
                kind(
                        "indexes on expressions and parts",
                        "",
                        people(400)[0],
                        people(400)[1],
                        "CREATE INDEX by_upper ON people (upper(name), length(name) DESC)",
                        "CREATE UNIQUE INDEX some ON people (name) WHERE id % 2 = 0 AND name IS NOT NULL",
                        "ANALYZE"),
                kind(
                        "automatic row numbers",
                        "",
                        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, x)",
                        "INSERT INTO t (x) VALUES ('a'), ('b'), ('c')",
                        "DELETE FROM t WHERE id = 3"),
                kind(
                        "views, triggers and foreign keys",
                        "",
                        "CREATE TABLE a (id INTEGER PRIMARY KEY, n INT CHECK (n > 0))",
                        "CREATE TABLE b (a_id INTEGER NOT NULL REFERENCES a ON DELETE CASCADE, note TEXT DEFAULT 'none')",
                        "CREATE VIEW v (id, notes) AS SELECT a.id, count(*) FROM a JOIN b ON b.a_id = a.id GROUP BY a.id",
                        "CREATE TRIGGER follow AFTER INSERT ON a BEGIN INSERT INTO b (a_id) VALUES (new.id); END",
                        "CREATE TRIGGER through INSTEAD OF INSERT ON v BEGIN INSERT INTO a VALUES (new.id, 1); END",
                        "INSERT INTO a VALUES (1, 10), (2, 20)",
                        "INSERT INTO v (id) VALUES (3)"),
                kind(
                        "odd names",
                        "",
                        "CREATE TABLE \"quoted \"\" name\" (\"a b\" TEXT, \"select\" INT, \"\" TEXT)",
                        "INSERT INTO \"quoted \"\" name\" VALUES ('1', 2, '3')",
                        "CREATE TABLE 'it''s' (x)",
                        "CREATE TABLE [brackets ] (x)",
                        "CREATE TABLE \"zwei\nZeilen\t\" (\"x\ny\")",
                        "CREATE TABLE \"Ärger 日本 🛟\" (\"größe\" REAL)",
                        "CREATE TABLE \"5\" (x)",
                        "CREATE TABLE \"table\" (x)",
                        "CREATE TABLE \"a;DROP TABLE b--)\" (x)",
                        "INSERT INTO \"5\" VALUES (5)",
                        "INSERT INTO \"Ärger 日本 🛟\" VALUES (1.75)",
                        "INSERT INTO \"a;DROP TABLE b--)\" VALUES (1)"));
    }

    private static List<DatabaseKind> virtualTables() {
        return List.of(
                kind(
                        "full text with content of its own",
                        "",
                        "CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize = 'porter')",
                        "INSERT INTO f " + numbers(300)
                                + "SELECT 'title ' || i, 'running text number ' || i * i FROM n",
                        "DELETE FROM f WHERE rowid % 5 = 0",
                        "INSERT INTO f(f) VALUES ('optimize')"),
                kind(
                        "full text over another table",
                        "",
                        people(200)[0],
                        people(200)[1],
                        "CREATE VIRTUAL TABLE f USING fts5(name, content = 'people', content_rowid = 'id')",
                        "INSERT INTO f(f) VALUES ('rebuild')"),
                kind(
                        "full text without content",
                        "",
                        "CREATE VIRTUAL TABLE f USING fts5(body, content = '')",
                        "INSERT INTO f (rowid, body) VALUES (1, 'one two'), (7, 'two three')"),
                kind(
                        "full text of the older kind",
                        "",
                        "CREATE VIRTUAL TABLE f USING fts4(body)",
                        "INSERT INTO f VALUES ('one two three')"),
                kind(
                        "r-tree",
                        "",
                        "CREATE VIRTUAL TABLE r USING rtree(id, x0, x1, y0, y1, +label TEXT)",
                        "INSERT INTO r " + numbers(400) + "SELECT i, i, i + 1, -i, 1 - i, 'box ' || i FROM n"));
    }

    private static List<DatabaseKind> extremes() {
        return List.of(
                kind(
                        "large blobs",
                        "",
                        "CREATE TABLE t (b BLOB)",
                        "INSERT INTO t VALUES (randomblob(5000000)), (zeroblob(1)), (randomblob(4091))"),
                kind(
                        "a schema without rows",
                        "",
                        "CREATE TABLE a (x PRIMARY KEY)",
                        "CREATE TABLE b (y REFERENCES a)",
                        "CREATE INDEX i ON b (y)"),
                kind("one kilobyte", "PRAGMA page_size = 512", "CREATE TABLE t (x)"),
                kind(
                        "many columns",
                        "",
                        "CREATE TABLE t (" + columns(1500) + ")",
                        "INSERT INTO t (c1, c1500) VALUES ('first', 'last')"),
                kind("many tables", "", manyTables(400)));
    }

    /** A small table with text that compresses badly and an index. */
    static String[] people(int rows) {
        return new String[] {
            "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT)",
            "INSERT INTO people " + numbers(rows) + "SELECT i, 'person ' || i, hex(randomblob(20)) FROM n"
        };
    }

    static String numbers(int last) {
        return NUMBERS.formatted(last);
    }

    private static DatabaseKind kind(String name, String layout, String... content) {
        return new DatabaseKind(name, layout.isEmpty() ? List.of() : List.of(layout), List.of(content));
    }

    private static String columns(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("c" + i);
        }
        return String.join(", ", names);
    }

    private static String[] manyTables(int count) {
        String[] statements = new String[count + 2];
        statements[0] = "BEGIN";
        for (int i = 1; i <= count; i++) {
            statements[i] = "CREATE TABLE t" + i + " (x UNIQUE)";
        }
        statements[count + 1] = "COMMIT";
        return statements;
    }
}
