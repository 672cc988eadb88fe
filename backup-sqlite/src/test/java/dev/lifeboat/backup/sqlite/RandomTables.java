package dev.lifeboat.backup.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tables, indexes and rows of all kinds, the same for the same seed. */
final class RandomTables {
    private static final List<String> TYPES = List.of("", "INT", "REAL", "TEXT", "BLOB", "NUMERIC", "VARCHAR(5)");
    private static final List<String> COLLATIONS =
            List.of("", "", " COLLATE BINARY", " COLLATE NOCASE", " COLLATE RTRIM");

    private final Random random;
    private final List<String> statements = new ArrayList<>();
    private final int columns;
    private boolean hasAlias;

    private RandomTables(long seed) {
        random = new Random(seed);
        columns = random.nextInt(1, 7);
    }

    static Path create(Path file, long seed) throws SQLException {
        return Sql.run(file, new RandomTables(seed).statements().toArray(String[]::new));
    }

    private List<String> statements() {
        statements.add("PRAGMA page_size = " + (512 << random.nextInt(4)));
        statements.add("BEGIN");
        boolean numbered = random.nextBoolean();
        statements.add(numbered ? numbered() : keyed());
        int indexes = random.nextInt(1, 5);
        int before = random.nextInt(indexes + 1);
        for (int i = 0; i < before; i++) {
            index(i);
        }
        for (int i = random.nextInt(300); i > 0; i--) {
            statements.add("INSERT OR IGNORE INTO t VALUES (" + values() + ")");
        }
        if (random.nextBoolean()) {
            statements.add("DELETE FROM t WHERE length(hex(c0)) % 6 = 2");
            statements.add(
                    "UPDATE OR IGNORE t SET c0 = NULL WHERE length(hex(c0)) % 10 = 4 AND typeof(c0) <> 'integer'");
        }
        for (int i = before; i < indexes; i++) {
            index(i);
        }
        statements.add("COMMIT");
        return statements;
    }

    private String numbered() {
        int number = random.nextInt(-1, columns);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            all.add(column(i) + (i == number ? random.nextBoolean() ? " PRIMARY KEY" : " UNIQUE" : ""));
        }
        if (random.nextInt(3) == 0) {
            hasAlias = true;
            all.set(0, "c0 INTEGER PRIMARY KEY");
            all.replaceAll(column -> column.startsWith("c0") ? column : column.replace(" PRIMARY KEY", ""));
        }
        return "CREATE TABLE t (" + String.join(", ", all) + ")";
    }

    private String keyed() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            all.add(column(i));
        }
        return "CREATE TABLE t (" + String.join(", ", all) + ", PRIMARY KEY (" + parts() + ")) WITHOUT ROWID";
    }

    private String column(int number) {
        return "c" + number + " " + pick(TYPES) + pick(COLLATIONS);
    }

    private void index(int number) {
        boolean unique =
                statements.stream().noneMatch(statement -> statement.startsWith("INSERT")) && random.nextInt(3) == 0;
        statements.add("CREATE " + (unique ? "UNIQUE " : "") + "INDEX i" + number + " ON t (" + parts() + ")");
    }

    private String parts() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(1, columns + 1); i > 0; i--) {
            parts.add("c" + random.nextInt(columns) + pick(COLLATIONS) + (random.nextInt(3) == 0 ? " DESC" : ""));
        }
        return String.join(", ", parts.stream().distinct().toList());
    }

    private String values() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            all.add(hasAlias && i == 0 ? String.valueOf(random.nextLong() >> random.nextInt(64)) : value());
        }
        return String.join(", ", all);
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> "NULL";
            case 1 -> String.valueOf(random.nextInt(4));
            case 2 -> String.valueOf(random.nextLong() >> random.nextInt(64));
            case 3 -> String.valueOf(random.nextDouble() * random.nextInt(100));
            case 4 -> random.nextInt(-5, 5) + ".0";
            case 5 ->
                pick(List.of("1e300", "-1e300", "9.3e18", "9223372036854775807", "-9223372036854775808", "1e999"));
            case 6 -> "'" + (char) random.nextInt('A', 'z' + 1) + " ".repeat(random.nextInt(3)) + "'";
            case 7 -> "'Grüße 日本 " + random.nextInt(30) + "'";
            case 8 -> "hex(zeroblob(" + random.nextInt(1500) + "))";
            case 9 -> "zeroblob(" + random.nextInt(3000) + ")";
            case 10 -> "x'" + String.format("%04x", random.nextInt(65536)) + "'";
            default -> "'word " + random.nextInt(1000) + "'";
        };
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
