package dev.lifeboat.backup.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A database whose content tells which state it is in: every row of every table belongs to one generation, so that a
 * mixture of two states gives itself away.
 */
final class Generations {
    private static final int ROWS = 300;

    private Generations() {}

    /** Creates a database of one generation, with this page size and journal mode. */
    static Path create(Path database, int generation, int pageSize, String journalMode) throws SQLException {
        return Sql.run(
                database,
                "PRAGMA page_size = " + pageSize,
                "PRAGMA journal_mode = " + journalMode,
                "CREATE TABLE state (generation INTEGER)",
                "INSERT INTO state VALUES (" + generation + ")",
                "CREATE TABLE rows (id INTEGER PRIMARY KEY, payload TEXT)",
                "INSERT INTO rows " + DatabaseKind.numbers(ROWS) + "SELECT i, "
                        + payload(generation).replace("id", "i") + " FROM n",
                "CREATE INDEX by_payload ON rows (payload)");
    }

    /** The statements that turn any generation into this one; to be run in one transaction. */
    static String[] change(int generation) {
        return new String[] {
            "UPDATE rows SET payload = " + payload(generation), "UPDATE state SET generation = " + generation
        };
    }

    /**
     * What is there: {@code generation N}, {@code missing}, or {@code damaged} with a checksum of the raw files. Fails
     * on a mixture.
     */
    static String read(Path database) throws Exception {
        if (Files.notExists(database)) {
            return "missing";
        }
        if (!startsLikeADatabase(database)) {
            return raw(database);
        }
        try (Connection connection = Sql.open(database)) {
            Sql.run(connection, "PRAGMA busy_timeout = 5000");
            return "generation " + read(connection);
        }
    }

    /** The generation, after every row and the structure have been checked. */
    static int read(Connection connection) throws SQLException {
        Sql.run(connection, "BEGIN");
        try {
            List<String> findings = Sql.column(connection, "PRAGMA integrity_check");
            int generation = Integer.parseInt(
                    Sql.column(connection, "SELECT generation FROM state").get(0));
            String strangers = Sql.column(
                            connection, "SELECT count(*) FROM rows WHERE payload <> " + payload(generation))
                    .get(0);
            String rows = Sql.column(connection, "SELECT count(*) FROM rows").get(0);
            if (!findings.equals(List.of("ok")) || !strangers.equals("0") || !rows.equals(String.valueOf(ROWS))) {
                throw new AssertionError("neither one generation nor another: " + generation + ", " + strangers + " of "
                        + rows + " rows are of another one; " + findings);
            }
            return generation;
        } finally {
            Sql.run(connection, "ROLLBACK");
        }
    }

    /** A damaged database is the bytes of its main file and its log. */
    static String raw(Path database) throws Exception {
        Optional<String> log = Files.exists(SqliteFiles.wal(database))
                ? Optional.of(sha256(SqliteFiles.wal(database)))
                : Optional.empty();
        return "damaged " + sha256(database) + " " + log;
    }

    private static boolean startsLikeADatabase(Path database) throws Exception {
        try (var in = Files.newInputStream(database)) {
            return new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3");
        }
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private static String payload(int generation) {
        return "printf('%.400d', id * 1000003 + " + generation + ")";
    }
}
