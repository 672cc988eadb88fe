package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.SQLiteConnection;

/**
 * SQLite's integrity check, told apart into broken structure and broken rules.
 *
 * <p>Rows that violate a CHECK or NOT NULL constraint, or a derived index of a virtual table that is out of date, are
 * the application's matter: a backup of them is a good backup. The same goes for what this SQLite cannot evaluate
 * because a module, collation or function is missing, or because a value would be longer than is allowed here.
 */
final class IntegrityCheck {
    private static final int MAX_ROWS = 100;
    private static final int MAX_SHOWN = 20;
    private static final int MAX_STAND_INS = 1000;
    private static final Pattern RULES = Pattern.compile(
            "^(NULL value in |CHECK constraint failed in |"
                    + "non-[A-Z]+ value in |[A-Z]+ value in |malformed inverted index for FTS|unable to validate the inverted index)");

    private final SQLiteConnection connection;
    private final String pragma;
    private final List<Message> findings = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();

    private IntegrityCheck(SQLiteConnection connection, String pragma) {
        this.connection = connection;
        this.pragma = pragma;
    }

    /** What was found. */
    record Outcome(List<Message> findings, List<Message> warnings) {
        /** Nothing. */
        static final Outcome SOUND = new Outcome(List.of(), List.of());

        /** The same with more warnings. */
        Outcome with(List<Message> more) {
            return new Outcome(
                    findings, Stream.concat(warnings.stream(), more.stream()).toList());
        }

        /** What several parts of one check found, each thing once. */
        static Outcome merged(List<Outcome> parts) {
            return new Outcome(
                    parts.stream()
                            .flatMap(part -> part.findings.stream())
                            .distinct()
                            .limit(MAX_SHOWN)
                            .toList(),
                    parts.stream()
                            .flatMap(part -> part.warnings.stream())
                            .distinct()
                            .limit(MAX_SHOWN)
                            .toList());
        }
    }

    /**
     * The full check; what is wrong is in the outcome. Throws only when it was interrupted or could not be run at all.
     */
    static Outcome full(SQLiteConnection connection) throws SQLException {
        return run(new IntegrityCheck(connection, "PRAGMA integrity_check"));
    }

    /** The same without comparing indexes with their tables. */
    static Outcome quick(SQLiteConnection connection) throws SQLException {
        return run(new IntegrityCheck(connection, "PRAGMA quick_check"));
    }

    /** The structure of every page, as one part of a divided check. Throws when the schema needs what is missing. */
    static Outcome quickPart(SQLiteConnection connection) throws SQLException {
        return run(new IntegrityCheck(connection, "PRAGMA quick_check"), check -> check.collect(check.pragma));
    }

    /** One table with its indexes, as another part. */
    static Outcome tablePart(SQLiteConnection connection, Schema.Table table) throws SQLException {
        return run(
                new IntegrityCheck(connection, "PRAGMA integrity_check(" + table.quotedName() + ")"),
                check -> check.read(check.pragma));
    }

    /** What a check does. */
    @FunctionalInterface
    private interface Work {
        void run(IntegrityCheck check) throws SQLException;
    }

    private static Outcome run(IntegrityCheck check) throws SQLException {
        return run(check, IntegrityCheck::checkWhole);
    }

    private static Outcome run(IntegrityCheck check, Work work) throws SQLException {
        try {
            work.run(check);
        } catch (SQLException failure) {
            if (!SqliteErrors.isDamage(failure)) {
                throw failure;
            }
            check.findings.add(Message.of("finding.structure", SqliteErrors.reason(failure)));
        }
        return new Outcome(check.findings, check.warnings);
    }

    private void checkWhole() throws SQLException {
        try {
            collect(pragma);
        } catch (SQLException failure) {
            if (!SqliteErrors.isBeyondReach(failure)) {
                throw failure;
            }
            findings.clear();
            warnings.clear();
            checkInParts(failure);
        }
    }

    /**
     * Something in the schema cannot be evaluated here: every table that can be, and then the whole file's structure.
     */
    private void checkInParts(SQLException reason) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints=ON");
        }
        for (Schema.Table table : Schema.tables(connection)) {
            try {
                read(pragma + "(" + table.quotedName() + ")");
            } catch (SQLException failure) {
                noteUnchecked(table.name(), failure);
            }
        }
        if (warnings.isEmpty()) {
            warnings.add(Message.of("warning.not-checked", "CHECK", SqliteErrors.reason(reason)));
        }
        checkStructureAlone();
    }

    /**
     * Looks at every page, which SQLite does before it evaluates anything; the rules, which need what is missing or too
     * long, count for nothing here.
     */
    private void checkStructureAlone() throws SQLException {
        List<Message> known = List.copyOf(warnings);
        for (int i = 0; i < MAX_STAND_INS; i++) {
            try {
                read("PRAGMA quick_check");
                break;
            } catch (SQLException failure) {
                if (SqliteErrors.code(failure) == SqliteErrors.TOOBIG) {
                    break;
                }
                if (SqliteErrors.code(failure) != SqliteErrors.ERROR || !StandIns.add(connection, failure)) {
                    throw failure;
                }
            }
        }
        warnings.clear();
        warnings.addAll(known);
    }

    private void noteUnchecked(String what, SQLException failure) throws SQLException {
        if (!SqliteErrors.isBeyondReach(failure)) {
            throw failure;
        }
        warnings.add(Message.of("warning.not-checked", what, SqliteErrors.reason(failure)));
    }

    /** SQLite stops after a number of rows; broken rules must not hide broken structure behind them. */
    private void collect(String command) throws SQLException {
        if (read(command + "(" + MAX_ROWS + ")") >= MAX_ROWS && findings.isEmpty()) {
            warnings.clear();
            read(command + "(" + Integer.MAX_VALUE + ")");
        }
    }

    private int read(String command) throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(command)) {
            while (result.next()) {
                rows++;
                sort(result.getString(1));
            }
        }
        return rows;
    }

    private void sort(String line) {
        if (line.equals("ok")) {
            return;
        }
        boolean rule = RULES.matcher(line).find();
        List<Message> list = rule ? warnings : findings;
        Message message = Message.of(rule ? "warning.constraint" : "finding.structure", line.strip());
        if (list.size() < MAX_SHOWN && !list.contains(message)) {
            list.add(message);
        }
    }
}
