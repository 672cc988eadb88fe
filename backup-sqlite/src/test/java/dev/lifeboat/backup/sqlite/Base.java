package dev.lifeboat.backup.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What the live database can be like when an operation begins. Built once, then copied for every trial. */
enum Base {
    /** A write-ahead database that was closed properly. */
    CLEAN,
    /** One whose application was killed: its last commits are in the log only. */
    HOT_LOG,
    /** A rollback database whose application was killed in the middle of a transaction. */
    HOT_JOURNAL,
    /** One that an idle connection of another process has open. */
    IDLE_CONNECTION,
    /** One with another page size than its backups, and commits in its log: it must be replaced by renaming. */
    OTHER_LAYOUT,
    /** One whose header is destroyed. */
    HEADER_DESTROYED,
    /** One that was emptied, so that all there is lies in its log, which SQLite would delete. */
    EMPTIED,
    /** None. */
    MISSING;

    private static final int OLD = 3;
    private static final int RESTORED = 7;
    private static final int PAGE_SIZE = 4096;

    /** A folder with the database {@code app.db} in this state and one backup of generation 7. */
    Path build(Path folder) throws Exception {
        Path database = Files.createDirectories(folder).resolve("app.db");
        Generations.create(database, RESTORED, PAGE_SIZE, this == HOT_JOURNAL ? "DELETE" : "WAL");
        Lifeboat.on(database).create();
        Files.delete(database);
        if (this == MISSING) {
            return folder;
        }
        Generations.create(
                database,
                hasLog() ? 1 : OLD,
                this == OTHER_LAYOUT ? 1024 : PAGE_SIZE,
                this == HOT_JOURNAL ? "DELETE" : "WAL");
        if (hasLog()) {
            leaveLog(database);
        }
        if (this == HOT_JOURNAL) {
            leaveJournal(database);
        }
        if (this == HEADER_DESTROYED) {
            Bytes.write(database, 0, new byte[100]);
        }
        if (this == EMPTIED) {
            Bytes.truncate(database, 0);
        }
        return folder;
    }

    /** What an intact opening of that database finds. */
    String old(Path database) throws Exception {
        return switch (this) {
            case MISSING -> "missing";
            case HEADER_DESTROYED, EMPTIED -> Generations.raw(database);
            default -> "generation " + OLD;
        };
    }

    static String restored() {
        return "generation " + RESTORED;
    }

    /** Copies what was built, files and folders. */
    static Path copy(Path built, Path target) throws IOException {
        try (Stream<Path> tree = Files.walk(built)) {
            for (Path path :
                    tree.filter(path -> !path.toString().endsWith(".lock")).toList()) {
                Files.copy(path, target.resolve(built.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target.resolve("app.db");
    }

    private boolean hasLog() {
        return this == HOT_LOG || this == OTHER_LAYOUT || this == EMPTIED;
    }

    private static void leaveLog(Path database) throws IOException {
        OtherApplication killed = OtherApplication.connectedTo(database, "PRAGMA wal_autocheckpoint = 0", "BEGIN");
        killed.run(Generations.change(OLD));
        killed.run("COMMIT");
        killed.kill();
        require(SqliteFiles.walSize(database) > 0);
    }

    private static void leaveJournal(Path database) throws IOException {
        OtherApplication killed =
                OtherApplication.connectedTo(database, "PRAGMA cache_size = 5", "PRAGMA cache_spill = 1", "BEGIN");
        killed.run(Generations.change(OLD + 1));
        killed.kill();
        require(SqliteFiles.size(SqliteFiles.journal(database)) > 0);
    }

    private static void require(boolean asMeant) throws IOException {
        if (!asMeant) {
            throw new IOException("the killed application left nothing");
        }
    }

    /** Those that a restore replaces in one transaction of the database's own. */
    static List<Base> inPlace() {
        return List.of(CLEAN, HOT_LOG, HOT_JOURNAL, IDLE_CONNECTION);
    }
}
