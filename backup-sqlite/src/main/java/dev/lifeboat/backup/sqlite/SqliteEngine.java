package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.LiveDatabase;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.SQLiteConnection;

/** What only SQLite knows: how to copy a live database, check a copy and put one in the live one's place. */
final class SqliteEngine implements DatabaseEngine {
    /** By the whole process, because what Java's compiler has made fast is so for all. */
    private static final AtomicLong CHECKED_BYTES = new AtomicLong();

    private final BackupConfiguration configuration;

    SqliteEngine(BackupConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Path> sideFiles(Path mainFile) {
        return SqliteFiles.sides(mainFile);
    }

    @Override
    public long sizeBytes() {
        return SqliteFiles.size(database()) + SqliteFiles.walSize(database());
    }

    @Override
    public boolean needsRollback() throws BackupException {
        return !isTooShort(database()) && LiveSqlite.needsRollback(database(), configuration);
    }

    @Override
    public LiveDatabase open() throws BackupException {
        Path database = database();
        if (Files.notExists(database)) {
            throw new BackupException(
                    BackupError.DATABASE_NOT_FOUND,
                    Message.of("error.database-missing", database.toString()),
                    database);
        }
        long size = SqliteFiles.size(database);
        if (size < SqliteHeader.MIN_PAGE_BYTES) {
            Message message = size == 0
                    ? Message.of("error.database-empty", database.toString())
                    : Message.of("error.database-short", database.toString(), size);
            throw new BackupException(BackupError.DATABASE_DAMAGED, message, database);
        }
        return LiveSqlite.open(database, configuration);
    }

    @Override
    public Optional<Message> refuse(Path copy) throws BackupException {
        return CopyInspection.refuse(copy);
    }

    @Override
    public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
        return new CopyInspection(copy, configuration, CHECKED_BYTES, workers, monitor, SqliteConnections::immutable)
                .run();
    }

    @Override
    public Inspection inspectOwn(Path copy, Executor workers, Monitor monitor) throws BackupException {
        return new CopyInspection(copy, configuration, CHECKED_BYTES, workers, monitor, SqliteConnections::ownCopy)
                .run();
    }

    @Override
    public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
        Path database = database();
        if (isTooShort(database) || !canHold(database, staged)) {
            return false;
        }
        if (!Files.isWritable(database)) {
            throw new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.permission", database.toString()), database);
        }
        try (SQLiteConnection source = SqliteConnections.immutable(staged)) {
            if (!lastLook.allows()) {
                throw SqliteErrors.translate(SqliteErrors.BUSY, database);
            }
            int code = OnlineBackup.replace(source, database, monitor);
            return switch (SqliteErrors.primary(code)) {
                case SqliteErrors.OK -> true;
                case SqliteErrors.NOTADB, SqliteErrors.CORRUPT, SqliteErrors.READONLY, SqliteErrors.FULL -> false;
                default -> throw SqliteErrors.translate(code, database);
            };
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, database);
        }
    }

    @Override
    public void requireExclusive() throws BackupException {
        OpenElsewhere.refuse(database(), configuration.busyTimeout());
    }

    /** The log is written back meanwhile: that mostly waits for the disk, and readers do not hinder it. */
    @Override
    public void confirmReplaced(Inspection expected) throws BackupException {
        Path database = database();
        try (SQLiteConnection connection = SqliteConnections.replaced(database, configuration.busyTimeout());
                WriteBack writeBack = WriteBack.start(database, configuration.busyTimeout())) {
            requireContent(connection, database, expected);
            writeBack.await();
            SqliteConnections.single(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, database);
        }
    }

    private void requireContent(SQLiteConnection connection, Path database, Inspection expected)
            throws SQLException, BackupException {
        List<Message> damage = IntegrityCheck.quick(connection).findings();
        if (!damage.isEmpty()) {
            throw unexpected(database, damage.get(0));
        }
        for (Map.Entry<String, Long> table : expected.tableRows().entrySet()) {
            if (Schema.count(connection, table.getKey()) != table.getValue()) {
                throw unexpected(database, Message.literal(table.getKey()));
            }
        }
        if (!Schema.version(connection, configuration, database).equals(expected.schemaVersion())) {
            throw unexpected(database, Message.literal("schema"));
        }
    }

    private static BackupException unexpected(Path database, Message what) {
        return new BackupException(
                BackupError.RESTORE_FAILED, Message.of("error.not-as-restored", database.toString(), what), database);
    }

    /**
     * A commit whose frames were written to the log, but not forced, is not in the log's index. Whoever makes the index
     * anew, after all have closed the database or died, finds the frames and takes them for committed. A commit that
     * changes nothing is written in their place.
     *
     * @see <a href="https://www.sqlite.org/walformat.html#recovery">Recovery of the write-ahead log</a>
     */
    @Override
    public void forgetUnfinished() throws BackupException {
        Path database = database();
        if (SqliteFiles.walSize(database) == 0) {
            return;
        }
        try (SQLiteConnection connection = SqliteConnections.readWrite(database, configuration.busyTimeout());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("PRAGMA user_version=" + SqliteConnections.single(connection, "PRAGMA user_version"));
            statement.execute("COMMIT");
        } catch (SQLException failure) {
            throw SqliteErrors.translate(failure, database);
        }
    }

    @Override
    public boolean holds(Path copy) throws BackupException {
        return ContentComparison.holds(this, copy);
    }

    /**
     * SQLite takes a file of no byte, or one, for an empty database, and then deletes the log beside it: such a file is
     * never opened.
     */
    private static boolean isTooShort(Path database) {
        return SqliteFiles.size(database) < SqliteHeader.MIN_PAGE_BYTES;
    }

    /** Whether the live file takes a copy of this layout and there is room for the log of the transaction. */
    private boolean canHold(Path database, Path staged) throws BackupException {
        try (SQLiteConnection live = SqliteConnections.readOnly(database, Duration.ZERO)) {
            int livePageSize = Integer.parseInt(SqliteConnections.single(live, "PRAGMA page_size"));
            boolean writeAhead =
                    SqliteConnections.single(live, "PRAGMA journal_mode").equals("wal");
            SqliteConnections.single(live, "SELECT count(*) FROM sqlite_schema");
            SqliteHeader copy = SqliteHeader.read(staged).orElseThrow();
            boolean sameLayout = !writeAhead || livePageSize == copy.pageSize();
            return sameLayout && database.getParent().toFile().getUsableSpace() > Files.size(staged);
        } catch (SQLException failure) {
            if (SqliteErrors.code(failure) == SqliteErrors.BUSY) {
                throw SqliteErrors.translate(failure, database);
            }
            return false;
        } catch (IOException failure) {
            throw SqliteFiles.translate(failure, staged);
        }
    }

    private Path database() {
        try {
            return configuration.database().toRealPath();
        } catch (IOException missing) {
            return configuration.database();
        }
    }
}
