package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/**
 * Says in the API's terms what SQLite answered. Codes are SQLite's, see its page on result codes.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite result codes</a>
 */
final class SqliteErrors {
    static final int OK = 0;
    static final int ERROR = 1;
    static final int PERM = 3;
    static final int BUSY = 5;
    static final int LOCKED = 6;
    static final int READONLY = 8;
    static final int INTERRUPT = 9;
    static final int CORRUPT = 11;
    static final int FULL = 13;
    static final int CANTOPEN = 14;
    static final int TOOBIG = 18;
    static final int AUTH = 23;
    static final int NOTADB = 26;
    static final int READONLY_ROLLBACK = 776;
    private static final int READONLY_DIRECTORY = 1544;
    private static final int PRIMARY_MASK = 0xff;

    private SqliteErrors() {}

    /** The extended result code, or {@link #ERROR} for what the driver itself threw. */
    static int extendedCode(SQLException failure) {
        return failure instanceof SQLiteException known ? known.getResultCode().code : ERROR;
    }

    /** The primary result code. */
    static int code(SQLException failure) {
        return primary(extendedCode(failure));
    }

    static int primary(int code) {
        return code & PRIMARY_MASK;
    }

    /** Whether SQLite says that the file is no database, or a broken one. */
    static boolean isDamage(SQLException failure) {
        return code(failure) == CORRUPT || code(failure) == NOTADB;
    }

    /**
     * Whether the schema asks for what cannot be had here: a missing function or module, or a value that is too long.
     */
    static boolean isBeyondReach(SQLException failure) {
        return code(failure) == ERROR || code(failure) == TOOBIG;
    }

    /** Whether a file beside the database could not be made: denied by the folder's mode, or by a read-only medium. */
    static boolean cannotCreate(SQLException failure) {
        return code(failure) == CANTOPEN || extendedCode(failure) == READONLY_DIRECTORY;
    }

    /** The failure as an error code; the path is the database it is about. */
    static BackupException translate(SQLException failure, Path database) {
        return translate(extendedCode(failure), reason(failure), database, failure);
    }

    /**
     * The same for a database whose schema could not even be read. SQLite has no code of its own for a file format that
     * it does not know.
     */
    static BackupException translateUnread(SQLException failure, Path database) {
        boolean unknownFormat = failure instanceof SQLiteException && extendedCode(failure) == ERROR;
        return translate(unknownFormat ? NOTADB : extendedCode(failure), reason(failure), database, failure);
    }

    /** The same for a result code that a driver method returned. */
    static BackupException translate(int code, Path database) {
        return translate(code, "SQLite result " + code, database, null);
    }

    /**
     * The same for a database that could be read when it was opened. If it needs to be rolled back now, another program
     * died in the middle of a commit since; whoever opens it next mends that.
     */
    static BackupException translateOpened(SQLException failure, Path database) {
        return extendedCode(failure) == READONLY_ROLLBACK ? busy(database, failure) : translate(failure, database);
    }

    /** The same for a result code that a driver method returned. */
    static BackupException translateOpened(int code, Path database) {
        return code == READONLY_ROLLBACK ? busy(database, null) : translate(code, database);
    }

    /** What SQLite said, without the name of the code that the driver puts around it. */
    static String reason(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String prefix = failure instanceof SQLiteException known ? known.getResultCode() + " (" : message;
        boolean wrapped = message.startsWith(prefix) && message.endsWith(")") && message.length() > prefix.length();
        return wrapped ? message.substring(prefix.length(), message.length() - 1) : message;
    }

    private static BackupException translate(int code, String reason, Path database, SQLException cause) {
        String file = database.toString();
        return switch (primary(code)) {
            case BUSY, LOCKED -> busy(database, cause);
            case CORRUPT ->
                new BackupException(
                        BackupError.DATABASE_DAMAGED,
                        Message.of("error.database-damaged", file, reason),
                        database,
                        cause);
            case NOTADB ->
                new BackupException(
                        BackupError.DATABASE_DAMAGED,
                        Message.of("error.database-foreign", file, reason),
                        database,
                        cause);
            case FULL ->
                new BackupException(
                        BackupError.INSUFFICIENT_SPACE,
                        Message.of(
                                "error.disk-full",
                                file,
                                new ByteSize(database.getParent().toFile().getUsableSpace())),
                        database,
                        cause);
            case PERM, READONLY, AUTH -> denied(database, cause);
            case CANTOPEN ->
                Files.notExists(database)
                        ? new BackupException(
                                BackupError.DATABASE_NOT_FOUND,
                                Message.of("error.database-missing", file),
                                database,
                                cause)
                        : denied(database, cause);
            default -> new BackupException(BackupError.UNKNOWN, Message.of("error.io", file, reason), database, cause);
        };
    }

    private static BackupException busy(Path database, SQLException cause) {
        return new BackupException(
                BackupError.DATABASE_BUSY, Message.of("error.database-busy", database.toString()), database, cause);
    }

    private static BackupException denied(Path database, SQLException cause) {
        return new BackupException(
                BackupError.PERMISSION_DENIED, Message.of("error.permission", database.toString()), database, cause);
    }
}
