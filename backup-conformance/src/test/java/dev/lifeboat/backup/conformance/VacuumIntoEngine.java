package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.LiveDatabase;
import dev.lifeboat.backup.spi.Monitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Knows SQLite databases in rollback-journal mode. */
final class VacuumIntoEngine implements DatabaseEngine {
    private final BackupConfiguration configuration;
    private final Path database;

    VacuumIntoEngine(BackupConfiguration configuration) {
        this.configuration = configuration;
        this.database = configuration.database();
    }

    @Override
    public List<Path> sideFiles(Path mainFile) {
        return Stream.of("-wal", "-shm", "-journal")
                .map(suffix -> mainFile.resolveSibling(mainFile.getFileName() + suffix))
                .toList();
    }

    @Override
    public long sizeBytes() {
        return database.toFile().length() + sideFiles(database).get(0).toFile().length();
    }

    @Override
    public boolean needsRollback() {
        return database.toFile().length() > 0
                && sideFiles(database).get(2).toFile().length() > 0;
    }

    @Override
    public LiveDatabase open() throws BackupException {
        if (!Files.exists(database)) {
            throw new BackupException(
                    BackupError.DATABASE_NOT_FOUND,
                    Message.of("error.database-missing", database.toString()),
                    database);
        }
        if (!Files.isRegularFile(database) || database.toFile().length() == 0) {
            throw new BackupException(
                    BackupError.DATABASE_DAMAGED, Message.of("error.database-empty", database.toString()), database);
        }
        Sqlite sqlite = new Sqlite(database, needsRollback() ? "mode=rw" : "mode=ro", configuration.busyTimeout());
        try {
            sqlite.rows("SELECT count(*) FROM sqlite_schema");
            return new Live(sqlite);
        } catch (BackupException e) {
            sqlite.close();
            throw e;
        }
    }

    @Override
    public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
        if (monitor.isCancelled()) {
            throw new CancellationException();
        }
        if (copy.toFile().length() == 0) {
            return Inspection.damaged(Message.of("finding.empty"));
        }
        try (Sqlite sqlite = new Sqlite(copy, "mode=ro&immutable=1", configuration.busyTimeout())) {
            sqlite.run("PRAGMA trusted_schema = OFF");
            sqlite.run("PRAGMA cell_size_check = ON");
            List<Message> damage = damageIn(sqlite);
            long pages = Long.parseLong(sqlite.value("PRAGMA page_count"))
                    * Long.parseLong(sqlite.value("PRAGMA page_size"));
            if (damage.isEmpty() && pages != copy.toFile().length()) {
                damage = List.of(Message.of("finding.page-count", copy.toFile().length(), pages));
            }
            return new Inspection(schemaVersion(sqlite), tableRows(sqlite), List.of(), damage);
        } catch (BackupException e) {
            if (e.error() == BackupError.DATABASE_DAMAGED) {
                return Inspection.damaged(e.message());
            }
            throw e;
        }
    }

    @Override
    public boolean replaceInPlace(Path staged, Monitor monitor) {
        return false;
    }

    @Override
    public void requireExclusive() throws BackupException {
        if (!Files.isRegularFile(database)) {
            return;
        }
        try (Sqlite sqlite = new Sqlite(database, "mode=rw", configuration.busyTimeout())) {
            sqlite.run("PRAGMA locking_mode = EXCLUSIVE");
            sqlite.run("BEGIN EXCLUSIVE");
        } catch (BackupException e) {
            if (e.error() != BackupError.DATABASE_DAMAGED) {
                throw e;
            }
        }
    }

    @Override
    public void confirmReplaced(Inspection expected) throws BackupException {
        if (!inspect(database, Runnable::run, Monitor.NONE).tableRows().equals(expected.tableRows())) {
            throw new BackupException(
                    BackupError.RESTORE_FAILED,
                    Message.literal("The restored tables are not those of the backup."),
                    database);
        }
    }

    @Override
    public boolean holds(Path copy) throws BackupException {
        return content(database).equals(content(copy));
    }

    private Map<String, List<List<String>>> content(Path file) throws BackupException {
        try (Sqlite sqlite = new Sqlite(file, "mode=ro", configuration.busyTimeout())) {
            Map<String, List<List<String>>> content = new LinkedHashMap<>();
            for (String table : sqlite.tables()) {
                content.put(table, sqlite.rows("SELECT * FROM " + Sqlite.quote(table)));
            }
            return content;
        }
    }

    private static List<Message> damageIn(Sqlite sqlite) throws BackupException {
        return sqlite.rows("PRAGMA integrity_check").stream()
                .map(row -> row.get(0))
                .filter(row -> !row.equals("ok") && !row.startsWith("CHECK") && !row.startsWith("NULL value"))
                .map(row -> Message.of("finding.structure", row))
                .toList();
    }

    private static Map<String, Long> tableRows(Sqlite sqlite) throws BackupException {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : sqlite.tables()) {
            rows.put(table, Long.valueOf(sqlite.value("SELECT count(*) FROM " + Sqlite.quote(table))));
        }
        return rows;
    }

    private Optional<SchemaVersion> schemaVersion(Sqlite sqlite) throws BackupException {
        if (configuration.schemaVersionReader().isPresent()) {
            Optional<SchemaVersion> read =
                    configuration.schemaVersionReader().get().read(sqlite::rows);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.of(new SchemaVersion(sqlite.value("PRAGMA user_version"), SchemaVersion.USER_VERSION));
    }

    /** The live database on one connection. */
    private final class Live implements LiveDatabase {
        private final Sqlite sqlite;
        private String dataVersion = "";

        private Live(Sqlite sqlite) {
            this.sqlite = sqlite;
        }

        @Override
        public void copyTo(Path target, Monitor monitor) throws BackupException {
            dataVersion = sqlite.value("PRAGMA data_version");
            monitor.progress(0, 1);
            sqlite.run("VACUUM INTO ?", target.toString());
            monitor.progress(1, 1);
        }

        @Override
        public boolean changedSinceCopy() throws BackupException {
            return !sqlite.value("PRAGMA data_version").equals(dataVersion);
        }

        @Override
        public Optional<SchemaVersion> schemaVersion() throws BackupException {
            return VacuumIntoEngine.this.schemaVersion(sqlite);
        }

        @Override
        public List<Message> findStructuralDamage() throws BackupException {
            return damageIn(sqlite);
        }

        @Override
        public void close() {
            sqlite.close();
        }
    }
}
