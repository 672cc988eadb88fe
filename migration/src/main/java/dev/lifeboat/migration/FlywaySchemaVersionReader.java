package dev.lifeboat.migration;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.SchemaVersionReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the schema version from Flyway's history table in an SQLite database: the newest version that was applied with
 * success and neither undone nor marked as deleted since, as Flyway itself would say.
 *
 * <p>Versions compare as versions, whatever the order in which they were applied (FR-015). Baselines count, repeatable
 * migrations have no version and do not. The database may be anybody's: a history that holds something else than
 * versions is refused. Immutable and safe for use by several threads.
 *
 * @see <a href="https://documentation.red-gate.com/fd/flyway-schema-history-table-273973417.html">Flyway's schema
 *     history table</a>
 */
public final class FlywaySchemaVersionReader implements SchemaVersionReader {
    /** The source of every version read here. */
    public static final String SOURCE = "flyway";

    /** Flyway's own choice of a name for its history table. */
    public static final String DEFAULT_TABLE = "flyway_schema_history";

    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final String table;

    /** A reader of {@link #DEFAULT_TABLE}. */
    public FlywaySchemaVersionReader() {
        this(DEFAULT_TABLE);
    }

    /**
     * A reader of the table that {@code flyway.table} names.
     *
     * @param table letters, digits and underscores, not beginning with a digit
     * @throws IllegalArgumentException for any other name
     */
    public FlywaySchemaVersionReader(String table) {
        if (!TABLE_NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("not a name for a history table: " + table);
        }
        this.table = table;
    }

    @Override
    public Optional<SchemaVersion> read(Query database) throws BackupException {
        List<List<String>> tables = database.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '" + table + "' COLLATE NOCASE");
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Set<String> applied = new HashSet<>();
        for (List<String> row : database.rows("SELECT version, type FROM \"" + table
                + "\" WHERE success = 1 AND version IS NOT NULL ORDER BY installed_rank")) {
            String version = row.get(0);
            String type = row.get(1);
            if (type.equals("DELETE") || type.startsWith("UNDO_")) {
                applied.remove(version);
            } else {
                applied.add(version);
            }
        }
        return newest(applied);
    }

    private Optional<SchemaVersion> newest(Set<String> applied) throws BackupException {
        Optional<SchemaVersion> newest = Optional.empty();
        for (String value : applied) {
            SchemaVersion version = version(value);
            if (newest.isEmpty() || version.isNewerThan(newest.get())) {
                newest = Optional.of(version);
            }
        }
        return newest;
    }

    private SchemaVersion version(String value) throws BackupException {
        try {
            return new SchemaVersion(value, SOURCE);
        } catch (IllegalArgumentException notAVersion) {
            throw new BackupException(
                    BackupError.DATABASE_DAMAGED, Message.of("error.not-a-version", table, printable(value)));
        }
    }

    /**
     * The value may be of any length, and come from somebody who knows what a terminal does with control characters.
     */
    private static String printable(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "..." : value;
        return shown.replaceAll("[^ -~]", "?");
    }
}
