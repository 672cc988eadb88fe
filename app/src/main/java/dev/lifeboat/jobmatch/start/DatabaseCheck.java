package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the file can be used as a database. A damaged one is only read, because opening it for writing would already
 * throw its log away.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_quick_check">PRAGMA quick_check</a>
 */
final class DatabaseCheck {
    private static final int MIN_BYTES = 512;
    private static final int PERMISSION = 3;
    private static final int BUSY = 5;
    private static final int READ_ONLY = 8;
    private static final int CANNOT_OPEN = 14;

    private static final Pattern DRIVERS_MESSAGE = Pattern.compile("\\[SQLITE_\\w+].*? \\((.+)\\)");

    private final Path database;
    private final Duration patience;

    DatabaseCheck(Path database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Whether nothing has its name, not even a broken link. */
    boolean isMissing() {
        return !Files.exists(database, LinkOption.NOFOLLOW_LINKS);
    }

    /** Files that belonged to a database which is not there, and that one of the same name would take for its own. */
    List<Path> leftBehind() {
        return Stream.of("-wal", "-journal", "-shm")
                .map(suffix -> database.resolveSibling(database.getFileName() + suffix))
                .filter(Files::exists)
                .toList();
    }

    /**
     * What is wrong with the file, if anything.
     *
     * @throws BackupException {@code DATABASE_BUSY}, {@code PERMISSION_DENIED} when nobody can tell
     */
    Optional<Message> damage() throws BackupException {
        Optional<Message> other = notAFile();
        if (other.isPresent()) {
            return other;
        }
        try {
            return structure("ro");
        } catch (SQLException refused) {
            int code = refused.getErrorCode() & 0xff;
            boolean needsWriting = code == READ_ONLY || code == CANNOT_OPEN && Files.isReadable(database);
            return needsWriting ? damageAfterRollback() : judged(refused);
        }
    }

    private Optional<Message> notAFile() throws BackupException {
        String name = database.toString();
        if (Files.isDirectory(database)) {
            return Optional.of(Message.of("error.database-directory", name));
        }
        if (!Files.isRegularFile(database)) {
            return Optional.of(Message.of("error.database-special", name));
        }
        try {
            long size = Files.size(database);
            if (size == 0) {
                return Optional.of(Message.of("error.database-empty", name));
            }
            return size < MIN_BYTES ? Optional.of(Message.of("error.database-short", name, size)) : Optional.empty();
        } catch (IOException refused) {
            throw new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.permission", name), database, refused);
        }
    }

    /** The process before died in the middle of a write, which SQLite undoes when it may write. */
    private Optional<Message> damageAfterRollback() throws BackupException {
        try {
            return structure("rw");
        } catch (SQLException refused) {
            return judged(refused);
        }
    }

    private Optional<Message> judged(SQLException refused) throws BackupException {
        String name = database.toString();
        int code = refused.getErrorCode() & 0xff;
        if (code == BUSY) {
            throw new BackupException(
                    BackupError.DATABASE_BUSY, Message.of("error.database-busy", name), database, refused);
        }
        if (code == PERMISSION || code == READ_ONLY || code == CANNOT_OPEN) {
            throw new BackupException(
                    BackupError.PERMISSION_DENIED, Message.of("error.permission", name), database, refused);
        }
        return Optional.of(Message.of("error.database-damaged", name, Message.literal(reason(refused))));
    }

    /** SQLite's own words, which the driver puts in brackets after its explanation of the code. */
    private static String reason(SQLException refused) {
        Matcher words = DRIVERS_MESSAGE.matcher(String.valueOf(refused.getMessage()));
        return words.matches() ? words.group(1) : String.valueOf(refused.getMessage());
    }

    private Optional<Message> structure(String mode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("busy_timeout", String.valueOf(patience.toMillis()));
        String url = "jdbc:sqlite:file:" + database.toUri().getRawPath() + "?mode=" + mode;
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check")) {
            while (rows.next()) {
                String line = rows.getString(1);
                boolean rule = line.startsWith("NULL value in ") || line.startsWith("CHECK constraint failed in ");
                if (!line.equals("ok") && !rule) {
                    return Optional.of(
                            Message.of("error.database-damaged", database.toString(), Message.literal(line)));
                }
            }
            return Optional.empty();
        }
    }
}
