package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Databases as a killed application leaves them. */
final class Crash {
    private Crash() {}

    /**
     * Table t has 500 committed rows, half overwritten in the main file by a transaction whose rollback journal is
     * still there.
     */
    static Path withHotJournal(Path database) throws IOException, SQLException {
        Sql.run(
                database,
                "CREATE TABLE t (i, x)",
                "INSERT INTO t " + DatabaseKind.numbers(500) + "SELECT i, hex(randomblob(200)) FROM n");
        OtherApplication killed = OtherApplication.connectedTo(
                database,
                "PRAGMA cache_size = 5",
                "PRAGMA cache_spill = 1",
                "BEGIN",
                "UPDATE t SET x = 'half' WHERE i % 2 = 0");
        killed.kill();
        if (SqliteFiles.size(SqliteFiles.journal(database)) == 0
                || !Files.readString(database, StandardCharsets.ISO_8859_1).contains("half")) {
            throw new IOException("nothing was left half written");
        }
        return database;
    }

    /** Table t has 500 committed rows, all of them only in the write-ahead log. */
    static Path withHotLog(Path database) throws IOException, SQLException {
        Sql.run(database, "PRAGMA journal_mode = WAL", "CREATE TABLE t (i, x)");
        leaveLog(database, "INSERT INTO t " + DatabaseKind.numbers(500) + "SELECT i, randomblob(50) FROM n");
        return database;
    }

    /** Commits into the log of a write-ahead database and dies. */
    static void leaveLog(Path database, String... statements) throws IOException {
        OtherApplication killed = OtherApplication.connectedTo(database, "PRAGMA wal_autocheckpoint = 0");
        killed.run(statements);
        killed.kill();
        if (SqliteFiles.walSize(database) == 0) {
            throw new IOException("no log was left");
        }
    }
}
