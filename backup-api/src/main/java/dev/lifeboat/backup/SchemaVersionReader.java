package dev.lifeboat.backup;

import java.util.List;
import java.util.Optional;

/**
 * Reads the schema version from an application's own table, for example a migration tool's history.
 *
 * <p>Called on the live database, on finished copies and on untrusted backups, always read-only and off the UI thread.
 * Without a reader, or when it finds nothing, the provider's own version counts ({@code PRAGMA user_version} for
 * SQLite).
 */
@FunctionalInterface
public interface SchemaVersionReader {
    /**
     * The version this database is at, or empty when the table is not there.
     *
     * @throws BackupException when the query failed
     */
    Optional<SchemaVersion> read(Query database) throws BackupException;

    /** A read-only look into one database, valid during the call only. */
    @FunctionalInterface
    interface Query {
        /**
         * The rows of a query, each a list of its columns as text; SQL nulls are empty strings.
         *
         * @throws BackupException when the statement failed, for example because a table is missing
         */
        List<List<String>> rows(String sql) throws BackupException;
    }
}
