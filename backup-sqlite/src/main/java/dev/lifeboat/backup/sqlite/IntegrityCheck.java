package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;

/**
 * SQLite's integrity check, told apart into broken structure and broken rules.
 *
 * <p>Rows that violate a CHECK or NOT NULL constraint, or a derived index of a virtual table that is out of date, are the application's
 * matter: a backup of them is a good backup. The same goes for what this SQLite cannot evaluate because a module, collation or function is
 * missing.
 */
final class IntegrityCheck {
  private static final int MAX_ROWS = 100;
  private static final int MAX_SHOWN = 20;
  private static final Pattern RULES = Pattern.compile("^(NULL value in |CHECK constraint failed in |"
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
  record Outcome(List<Message> findings, List<Message> warnings) {}

  /** The full check; what is wrong is in the outcome. Throws only when it was interrupted or could not be run at all. */
  static Outcome full(SQLiteConnection connection) throws SQLException {
    return run(new IntegrityCheck(connection, "PRAGMA integrity_check"));
  }

  /** The same without comparing indexes with their tables. */
  static Outcome quick(SQLiteConnection connection) throws SQLException {
    return run(new IntegrityCheck(connection, "PRAGMA quick_check"));
  }

  private static Outcome run(IntegrityCheck check) throws SQLException {
    try {
      check.checkWhole();
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
      if (SqliteErrors.code(failure) != SqliteErrors.ERROR) {
        throw failure;
      }
      findings.clear();
      warnings.clear();
      checkInParts(failure);
    }
  }

  /** Something in the schema cannot be evaluated here: the whole file's structure first, then every table that can be. */
  private void checkInParts(SQLException reason) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints=ON");
    }
    boolean explained = false;
    try {
      collect("PRAGMA quick_check");
    } catch (SQLException failure) {
      explained = true;
      noteUnchecked("quick_check", failure);
    }
    for (Schema.Table table : Schema.tables(connection)) {
      try {
        collect(pragma + "(" + table.quotedName() + ")");
      } catch (SQLException failure) {
        explained = true;
        noteUnchecked(table.name(), failure);
      }
    }
    if (!explained) {
      warnings.add(Message.of("warning.not-checked", "CHECK", SqliteErrors.reason(reason)));
    }
  }

  private void noteUnchecked(String what, SQLException failure) throws SQLException {
    if (SqliteErrors.code(failure) != SqliteErrors.ERROR) {
      throw failure;
    }
    warnings.add(Message.of("warning.not-checked", what, SqliteErrors.reason(failure)));
  }

  private void collect(String command) throws SQLException {
    int rows = read(command, MAX_ROWS);
    if (rows >= MAX_ROWS && findings.isEmpty()) {
      warnings.clear();
      read(command, Integer.MAX_VALUE);
    }
  }

  private int read(String command, int limit) throws SQLException {
    String limited = command.endsWith(")") ? command : command + "(" + limit + ")";
    int rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(limited)) {
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
    if (list.size() < MAX_SHOWN) {
      list.add(Message.of(rule ? "warning.constraint" : "finding.structure", line.strip()));
    }
  }
}
