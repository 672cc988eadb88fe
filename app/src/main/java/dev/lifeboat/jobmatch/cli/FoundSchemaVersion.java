package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.SchemaVersionReader;
import dev.lifeboat.migration.FlywaySchemaVersionReader;
import java.util.Optional;
import java.util.Set;

/**
 * The schema version of a database that anybody may have made: what Flyway's history says, if there is one. A table
 * that only has the name of Flyway's is one like any other.
 */
final class FoundSchemaVersion implements SchemaVersionReader {
    /** What the reader ends with when columns are missing or a version is none. */
    private static final Set<BackupError> NOT_FLYWAYS = Set.of(BackupError.UNKNOWN, BackupError.DATABASE_DAMAGED);

    private final SchemaVersionReader flyway = new FlywaySchemaVersionReader();

    @Override
    public Optional<SchemaVersion> read(Query database) throws BackupException {
        try {
            return flyway.read(database);
        } catch (BackupException failure) {
            if (NOT_FLYWAYS.contains(failure.error())) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
