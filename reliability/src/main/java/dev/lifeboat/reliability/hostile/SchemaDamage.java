package dev.lifeboat.reliability.hostile;

import dev.lifeboat.reliability.hostile.ByteDamage.Spoilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.random.RandomGenerator;

/** A database that SQLite wrote, with a schema that nobody would write. */
final class SchemaDamage {
    private static final int DEEP = 900;
    private static final int WIDE = 1900;
    private static final String ENDLESS = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) ";
    private static final List<String> ROOTS = List.of("0", "-1", "1", "2", "99999999", "2147483647", "NULL", "'x'");
    private static final List<String> TYPES = List.of("table", "index", "view", "trigger", "", "TABLE");

    private static final List<String> MALFORMED = List.of(
            "CREATE TABLE",
            "CREATE TABLE h(",
            "CREATE TABLE h(a, a)",
            "CREATE TABLE h AS SELECT 1",
            "CREATE TEMP TABLE h(a)",
            "CREATE TABLE other.h(a)",
            "CREATE TABLE h(a PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE h(a AS (b), b AS (a))",
            "CREATE TABLE h(a, b AS (load_extension(a)) STORED)",
            "CREATE TABLE h(a, b AS (no_such_function(a)))",
            "CREATE TABLE h(a CHECK (a IN (SELECT a FROM h)))",
            "CREATE TABLE h(a DEFAULT (randomblob(1000000000)), CHECK (length(randomblob(100000000)) > 0))",
            "CREATE TABLE h(a COLLATE none_such UNIQUE)",
            "CREATE TABLE \"\"(a)",
            "CREATE TABLE \"a\"\"b'c;d--\"(a)",
            "CREATE TABLE h(a); DROP TABLE jobs",
            "CREATE TABLE h(a) STRICT, WITHOUT ROWID",
            "CREATE VIEW h AS " + ENDLESS + "SELECT i FROM c",
            "CREATE VIEW h AS SELECT * FROM h",
            "CREATE VIRTUAL TABLE h USING no_such_module(a)",
            "CREATE VIRTUAL TABLE h USING fts5(a, content = 'h')",
            "CREATE VIRTUAL TABLE h USING fts5(a, content = 'sqlite_schema')",
            "CREATE VIRTUAL TABLE h USING fts3(a, tokenize = icu)",
            "CREATE VIRTUAL TABLE h USING rtree(id, a, b)",
            "CREATE VIRTUAL TABLE h USING sqlite_dbpage",
            "CREATE VIRTUAL TABLE h USING dbstat",
            "CREATE VIRTUAL TABLE h USING fts5vocab(notes, row)",
            "CREATE INDEX h ON jobs(no_such_column)",
            "CREATE INDEX h ON jobs(load_extension(title))",
            "CREATE INDEX h ON jobs(hex(zeroblob(100000000 + id)))",
            "CREATE INDEX h ON jobs(title LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%a%b')",
            "CREATE INDEX h ON jobs(id) WHERE (SELECT 1)",
            "CREATE TRIGGER h AFTER INSERT ON jobs BEGIN SELECT load_extension('x'); END",
            "CREATE TRIGGER h AFTER INSERT ON none_such BEGIN SELECT 1; END",
            "SELECT 1",
            "PRAGMA writable_schema = ON",
            "ATTACH '/tmp/x' AS x",
            "VACUUM");

    /** What a table of many rows, made with one column, is then said to be. */
    private static final List<String> HEAVY = List.of(
            "CREATE TABLE heavy(a, CHECK (length(hex(zeroblob(50000000 + a))) > 0))",
            "CREATE TABLE heavy(a, b AS (hex(zeroblob(50000000 + a))))",
            "CREATE TABLE heavy(a, b AS (length(replace(hex(zeroblob(5000000 + a)), '0', '00000000'))))",
            "CREATE TABLE heavy(a, b AS (hex(zeroblob(5000000 + a))) NOT NULL)",
            "CREATE TABLE heavy(a, CHECK (printf('%0100000000d', a) <> ''))",
            "CREATE TABLE heavy(a, CHECK (replace(hex(zeroblob(3000 + a)), '0', 'ab') NOT LIKE '%a%b%b%a%a%a%b%b%c'))",
            "CREATE TABLE heavy(a, FOREIGN KEY (a) REFERENCES none_such(x))",
            "CREATE TABLE heavy(a, FOREIGN KEY (a) REFERENCES heavy(a))",
            "CREATE TABLE heavy(a, CHECK (" + "(".repeat(DEEP) + "a" + ")".repeat(DEEP) + " IS NOT 'x'))",
            "CREATE TABLE heavy(a, CHECK (a" + "+a".repeat(DEEP) + " IS NOT 'x'))",
            "CREATE TABLE heavy(a" + columns() + ")",
            "CREATE INDEX e ON heavy(length(hex(zeroblob(50000000 + a))))",
            "CREATE INDEX e ON heavy(replace(hex(zeroblob(3000 + a)), '0', 'ab') LIKE '%a%b%b%a%a%a%b%b%c')",
            "CREATE INDEX e ON heavy(a) WHERE length(hex(zeroblob(50000000 + a))) > 0");

    private static final List<String> PROPER = List.of(
            "ANALYZE; UPDATE sqlite_stat1 SET stat = hex(zeroblob(100000)); INSERT INTO sqlite_stat1 VALUES (x'00', x'ff', -1)",
            "CREATE VIEW v1 AS SELECT title FROM jobs; CREATE VIEW v2 AS SELECT a.title FROM v1 a, v1 b, v1 c",
            "CREATE VIRTUAL TABLE f USING fts5(title, content = 'jobs')",
            "CREATE VIRTUAL TABLE f USING rtree(id, a, b); UPDATE f_node SET data = zeroblob(100000)",
            "UPDATE notes_data SET block = randomblob(50)",
            "CREATE TABLE \"" + "ä".repeat(100_000) + "\"(a)",
            "CREATE TABLE \"\u202e\u0001\ud83d\ude00\"(a)");

    private SchemaDamage() {}

    private static String columns() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < WIDE; i++) {
            columns.append(", c").append(i).append(" AS (a || ").append(i).append(")");
        }
        return columns.toString();
    }

    /** Spoils the schema of a copy of a sound backup. */
    static Spoilt put(Path backup, RandomGenerator random) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            return switch (random.nextInt(5)) {
                case 0 -> proper(statement, random);
                case 2 -> heavy(statement, random);
                case 1 -> contradict(statement, random);
                default -> malformed(statement, random);
            };
        } finally {
            Files.deleteIfExists(backup.resolveSibling(backup.getFileName() + "-journal"));
        }
    }

    private static Spoilt proper(Statement statement, RandomGenerator random) throws SQLException {
        String sql = PROPER.get(random.nextInt(PROPER.size()));
        for (String part : sql.split("; ")) {
            statement.execute(part);
        }
        return said(sql);
    }

    private static Spoilt heavy(Statement statement, RandomGenerator random) throws SQLException {
        String sql = HEAVY.get(random.nextInt(HEAVY.size()));
        int rows = random.nextInt(1, 3000);
        statement.execute("CREATE TABLE heavy(a)");
        statement.execute("CREATE INDEX e ON heavy(a)");
        statement.execute("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                + ") INSERT INTO heavy(a) SELECT i FROM n");
        statement.execute("PRAGMA writable_schema = ON");
        String name = sql.contains("INDEX") ? "e" : "heavy";
        statement.execute(
                "UPDATE sqlite_schema SET sql = '" + sql.replace("'", "''") + "' WHERE name = '" + name + "'");
        return said(sql + " with " + rows + " rows");
    }

    private static Spoilt malformed(Statement statement, RandomGenerator random) throws SQLException {
        String sql = MALFORMED.get(random.nextInt(MALFORMED.size()));
        String type = TYPES.get(random.nextInt(TYPES.size()));
        for (String likely : TYPES) {
            if (random.nextInt(8) > 0 && !likely.isEmpty() && sql.startsWith("CREATE " + likely.toUpperCase())) {
                type = likely;
            }
        }
        String root = sql.contains("VIEW") || sql.contains("TRIGGER") || sql.contains("VIRTUAL")
                ? "0"
                : random.nextBoolean()
                        ? "(SELECT rootpage FROM sqlite_schema WHERE name = 'tags')"
                        : ROOTS.get(random.nextInt(ROOTS.size()));
        String owner = random.nextBoolean() ? "h" : "jobs";
        statement.execute("PRAGMA writable_schema = ON");
        statement.execute("INSERT INTO sqlite_schema VALUES ('" + type + "', 'h', '" + owner + "', " + root + ", '"
                + sql.replace("'", "''") + "')");
        return said("a " + type + " of " + owner + " at " + root + ": " + sql);
    }

    private static Spoilt contradict(Statement statement, RandomGenerator random) throws SQLException {
        List<String> changes = List.of(
                "SET rootpage = " + ROOTS.get(random.nextInt(ROOTS.size())) + " WHERE name = 'jobs'",
                "SET rootpage = (SELECT max(rootpage) FROM sqlite_schema) WHERE type = 'table'",
                "SET sql = NULL WHERE name = 'jobs'",
                "SET sql = zeroblob(1000000) WHERE name = 'tags'",
                "SET sql = CAST(x'ff00c0' AS TEXT) WHERE name = 'tags'",
                "SET name = 'jobs'",
                "SET name = 'sqlite_schema' WHERE name = 'tags'",
                "SET name = x'00ff' WHERE name = 'tags'",
                "SET type = 'view', rootpage = 0 WHERE name = 'notes_data'",
                "SET type = 'trigger' WHERE name = 'titles'",
                "SET tbl_name = 'tags' WHERE name = 'by_letter'",
                "SET sql = replace(sql, 'WITHOUT ROWID', '') WHERE name = 'tags'",
                "SET sql = sql || ' WITHOUT ROWID' WHERE name = 'jobs'",
                "SET sql = replace(sql, 'UNIQUE', '') WHERE name = 'jobs'",
                "SET sql = 'CREATE TABLE jobs(id INTEGER PRIMARY KEY, title NOT NULL CHECK (0), letter INT) STRICT' "
                        + "WHERE name = 'jobs'",
                "SET sql = 'CREATE VIEW notes_content(id, c0) AS " + ENDLESS
                        + "SELECT i, i FROM c WHERE i < 0', type = 'view', rootpage = 0 WHERE name = 'notes_content'");
        String change = changes.get(random.nextInt(changes.size()));
        statement.execute("PRAGMA writable_schema = ON");
        statement.execute("UPDATE sqlite_schema " + change);
        return said(change);
    }

    private static Spoilt said(String words) {
        return new Spoilt(new byte[0], words.length() > 300 ? words.substring(0, 300) + "…" : words);
    }
}
