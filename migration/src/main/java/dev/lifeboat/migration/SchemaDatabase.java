package dev.lifeboat.migration;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The SQLite file whose schema is migrated, as a source of connections. Foreign keys are not enforced on them, because
 * making a table anew would otherwise delete what refers to it; they are checked afterwards.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">Making other kinds of table schema changes</a>
 */
final class SchemaDatabase implements DataSource {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;

    private final Path file;
    private final Duration busyTimeout;

    SchemaDatabase(Path file, Duration busyTimeout) {
        this.file = file;
        this.busyTimeout = busyTimeout;
    }

    /**
     * Whether there is a file with bytes in it.
     *
     * @throws BackupException {@code DATABASE_DAMAGED} when there is none, but a log that belonged to one, which SQLite
     *     would throw away
     */
    boolean isThere() throws BackupException {
        try {
            boolean there = Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > 0);
            for (String suffix : there ? List.<String>of() : List.of("-wal", "-journal")) {
                Path log = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(log) && Files.size(log) > 0) {
                    throw new BackupException(
                            BackupError.DATABASE_DAMAGED, Message.of("error.database-empty", file.toString()), file);
                }
            }
            return there;
        } catch (IOException unreadable) {
            throw new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.permission", file.toString()), file, unreadable);
        }
    }

    /** Whether it holds no table, view or anything else: as good as new. */
    boolean isEmpty() throws SQLException {
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return row.getInt(1) == 0;
        }
    }

    /** Whether Flyway has ever been at work here. */
    boolean hasHistory() throws SQLException {
        String query = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '"
                + FlywaySchemaVersionReader.DEFAULT_TABLE + "'";
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.getInt(1) == 1;
        }
    }

    /** How many rows of each table refer to nothing. */
    Map<String, Long> brokenReferences() throws SQLException {
        Map<String, Long> broken = new HashMap<>();
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
            while (rows.next()) {
                broken.merge(rows.getString("table"), 1L, Long::sum);
            }
        }
        return broken;
    }

    /**
     * What is wrong with the structure. Values that break a rule of a column are not: whoever has them has had them
     * before.
     */
    Optional<Message> structuralDamage() throws SQLException {
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
                while (rows.next()) {
                    String line = rows.getString(1);
                    if (!line.equals("ok") && !line.startsWith("NULL value in ")) {
                        return Optional.of(Message.of("finding.structure", line));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Removes a database that was new. */
    void delete() throws IOException {
        for (String suffix : List.of("-wal", "-shm", "-journal", "")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /** What SQLite's refusal means for a database that was only looked at. */
    BackupException translate(SQLException failure) {
        String path = file.toString();
        return switch (failure.getErrorCode() & 0xff) {
            case BUSY, LOCKED ->
                new BackupException(BackupError.DATABASE_BUSY, Message.of("error.database-busy", path), file, failure);
            case CORRUPT, NOTADB ->
                new BackupException(
                        BackupError.DATABASE_DAMAGED,
                        Message.of("error.database-damaged", path, Message.literal(reason(failure))),
                        file,
                        failure);
            case READONLY, CANTOPEN ->
                new BackupException(BackupError.PERMISSION_DENIED, Message.of("error.permission", path), file, failure);
            case FULL ->
                new BackupException(
                        BackupError.INSUFFICIENT_SPACE, Message.of("error.io", path, reason(failure)), file, failure);
            default ->
                new BackupException(BackupError.UNKNOWN, Message.of("error.io", path, reason(failure)), file, failure);
        };
    }

    /** What went wrong, without the driver's own words around it and without a full stop. */
    static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof SQLException)) {
            deepest = deepest.getCause();
        }
        String text = String.valueOf(deepest.getMessage()).strip();
        if (text.startsWith("[SQLITE") && text.endsWith(")") && text.contains(" (")) {
            text = text.substring(text.lastIndexOf(" (") + 2, text.length() - 1);
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", String.valueOf(busyTimeout.toMillis()));
        properties.setProperty("foreign_keys", "false");
        return DriverManager.getConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=rwc", properties);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter ignored) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Nobody logs in.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(SchemaDatabase.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
