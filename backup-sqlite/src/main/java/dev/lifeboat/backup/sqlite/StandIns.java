package dev.lifeboat.backup.sqlite;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * Stands in for collations and functions that a schema needs and this SQLite lacks, so that at least the structure of
 * the file can be checked: without them SQLite does not even begin. What they answer is of no use.
 */
final class StandIns {
    private static final Pattern COLLATION = Pattern.compile("no such collation sequence: (.+)", Pattern.DOTALL);
    private static final Pattern FUNCTION =
            Pattern.compile("(?:unknown function|no such function): (.+?)(?:\\(\\))?", Pattern.DOTALL);
    private static final int ANY_NUMBER_OF_ARGUMENTS = -1;
    /** In SQLite's source {@code SQLITE_INNOCUOUS}: may be called from a schema that is not trusted. */
    private static final int INNOCUOUS = 0x200000;

    private StandIns() {}

    /** Adds what a statement failed for want of; false when that was something else. */
    static boolean add(SQLiteConnection connection, SQLException failure) throws SQLException {
        String reason = SqliteErrors.reason(failure);
        Matcher collation = COLLATION.matcher(reason);
        Matcher function = FUNCTION.matcher(reason);
        if (collation.matches()) {
            Collation.create(connection, collation.group(1), new AnyOrder());
            return true;
        }
        if (function.matches()) {
            Function.create(
                    connection,
                    function.group(1),
                    new NoValue(),
                    ANY_NUMBER_OF_ARGUMENTS,
                    Function.FLAG_DETERMINISTIC | INNOCUOUS);
            return true;
        }
        return false;
    }

    private static final class AnyOrder extends Collation {
        @Override
        protected int xCompare(String one, String other) {
            return one.compareTo(other);
        }
    }

    private static final class NoValue extends Function {
        @Override
        protected void xFunc() throws SQLException {
            result();
        }
    }
}
