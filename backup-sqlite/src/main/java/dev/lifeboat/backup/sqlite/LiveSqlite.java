package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.LiveDatabase;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/**
 * The live database on one read-only connection. A read-only connection never checkpoints, so the write-ahead log stays
 * as it was found.
 */
final class LiveSqlite implements LiveDatabase {
    private static final String READ_SCHEMA = "SELECT count(*) FROM sqlite_schema";

    private final Path database;
    private final BackupConfiguration configuration;
    private final SQLiteConnection connection;
    private final boolean hadSideFiles;
    private String versionAtCopy = "";

    private LiveSqlite(
            Path database, BackupConfiguration configuration, SQLiteConnection connection, boolean hadSideFiles) {
        this.database = database;
        this.configuration = configuration;
        this.connection = connection;
        this.hadSideFiles = hadSideFiles;
    }

    /** Opens the database and reads its schema, so that what is no database is found out here. */
    static LiveSqlite open(Path database, BackupConfiguration configuration) throws BackupException {
        boolean hadSideFiles = hasSideFiles(database);
        try {
            SQLiteConnection connection = connect(database, configuration);
            return new LiveSqlite(database, configuration, connection, hadSideFiles);
        } catch (SQLException failure) {
            if (!hadSideFiles) {
                tidy(database, configuration);
            }
            throw SqliteErrors.translateUnread(failure, database);
        }
    }

    /** Whether a rollback journal is hot: a read-only connection can see that, but not mend it. */
    static boolean needsRollback(Path database, BackupConfiguration configuration) throws BackupException {
        if (!Files.exists(SqliteFiles.journal(database))) {
            return false;
        }
        try (SQLiteConnection connection = SqliteConnections.readOnly(database, configuration.busyTimeout())) {
            SqliteConnections.single(connection, READ_SCHEMA);
            return false;
        } catch (SQLException failure) {
            return SqliteErrors.extendedCode(failure) == SqliteErrors.READONLY_ROLLBACK;
        }
    }

    @Override
    public void copyTo(Path target, Monitor monitor) throws BackupException {
        try (ReadTransaction pinned = new ReadTransaction(connection)) {
            versionAtCopy = dataVersion();
            int pageSize = Integer.parseInt(SqliteConnections.single(connection, "PRAGMA page_size"));
            long pages = Long.parseLong(SqliteConnections.single(connection, "PRAGMA page_count"));
            if (!MainFileCopy.copy(database, pages * pageSize, target, monitor)) {
                copyByPages(pageSize, target, monitor);
            }
            SqliteHeader.makeSelfContained(target);
        } catch (SQLException failure) {
            throw SqliteErrors.translateOpened(failure, database);
        } catch (IOException failure) {
            throw SqliteFiles.translate(failure, target);
        }
    }

    /** A log with something in it tells that others write to the database, who are not to wait for the disk. */
    private void copyByPages(int pageSize, Path target, Monitor monitor)
            throws BackupException, SQLException, IOException {
        if (SqliteFiles.walSize(database) == 0) {
            copyByPagesUnforced(pageSize, target, monitor);
            return;
        }
        try (ForcedSteps steps = ForcedSteps.of(target, monitor)) {
            copyByPagesUnforced(pageSize, target, steps);
            steps.requireForced();
        }
    }

    private void copyByPagesUnforced(int pageSize, Path target, Monitor monitor) throws BackupException, SQLException {
        int code = OnlineBackup.copy(connection, pageSize, target, configuration.busyTimeout(), monitor);
        if (code != SqliteErrors.OK) {
            throw SqliteErrors.translateOpened(code, code == SqliteErrors.FULL ? target : database);
        }
    }

    @Override
    public boolean changedSinceCopy() throws BackupException {
        try {
            return !dataVersion().equals(versionAtCopy);
        } catch (SQLException failure) {
            throw SqliteErrors.translateOpened(failure, database);
        }
    }

    @Override
    public Optional<SchemaVersion> schemaVersion() throws BackupException {
        return Schema.version(connection, configuration, database);
    }

    @Override
    public List<Message> findStructuralDamage() throws BackupException {
        try {
            return IntegrityCheck.full(connection).findings();
        } catch (SQLException failure) {
            if (SqliteErrors.isBeyondReach(failure)) {
                return List.of(Message.of("finding.structure", SqliteErrors.reason(failure)));
            }
            throw SqliteErrors.translateOpened(failure, database);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
        if (!hadSideFiles) {
            tidy(database, configuration);
        }
    }

    /** Changes whenever another connection commits. */
    private String dataVersion() throws SQLException {
        return SqliteConnections.single(connection, "PRAGMA data_version");
    }

    /**
     * A read-only connection leaves an empty log and its index behind. Where there was none before there is nothing in
     * them, and closing a writing connection makes SQLite remove them, unless somebody else has come to use them.
     */
    private static void tidy(Path database, BackupConfiguration configuration) {
        if (!hasSideFiles(database)) {
            return;
        }
        try (SQLiteConnection writer = SqliteConnections.readWrite(database, configuration.busyTimeout())) {
            SqliteConnections.single(writer, READ_SCHEMA);
        } catch (SQLException unreadable) {
            System.getLogger(LiveSqlite.class.getName()).log(System.Logger.Level.DEBUG, "closing a writer", unreadable);
        }
    }

    private static boolean hasSideFiles(Path database) {
        return SqliteFiles.sides(database).stream().anyMatch(Files::exists);
    }

    /** Pins one state of the database, so that a copy in many steps is of that state and never starts again. */
    private static final class ReadTransaction implements AutoCloseable {
        private final SQLiteConnection connection;

        private ReadTransaction(SQLiteConnection connection) throws SQLException {
            this.connection = connection;
            execute("BEGIN");
            try {
                SqliteConnections.single(connection, READ_SCHEMA);
            } catch (SQLException failure) {
                execute("ROLLBACK");
                throw failure;
            }
        }

        @Override
        public void close() throws SQLException {
            execute("ROLLBACK");
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private static SQLiteConnection connect(Path database, BackupConfiguration configuration) throws SQLException {
        try {
            return reading(SqliteConnections.readOnly(database, configuration.busyTimeout()));
        } catch (SQLException failure) {
            if (SqliteErrors.extendedCode(failure) == SqliteErrors.READONLY_ROLLBACK) {
                return reading(SqliteConnections.readWrite(database, configuration.busyTimeout()));
            }
            boolean noLog = SqliteErrors.cannotCreate(failure) && SqliteFiles.walSize(database) == 0;
            if (noLog && Files.isReadable(database) && !Files.isWritable(database.getParent())) {
                return reading(SqliteConnections.immutable(database));
            }
            throw failure;
        }
    }

    private static SQLiteConnection reading(SQLiteConnection connection) throws SQLException {
        try {
            SqliteConnections.single(connection, READ_SCHEMA);
            return connection;
        } catch (SQLException failure) {
            closeQuietly(connection);
            throw failure;
        }
    }

    private static void closeQuietly(SQLiteConnection connection) {
        try {
            connection.close();
        } catch (SQLException ofNoConsequence) {
            System.getLogger(LiveSqlite.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing a reader", ofNoConsequence);
        }
    }
}
