package dev.lifeboat.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything a provider needs to know about one database and its backups. Immutable; start with {@link #of(Path)} and
 * refine.
 *
 * @param database the live database's main file; need not exist
 * @param namedFolder the backup folder a caller chose; empty for {@code backups} beside the database
 * @param applicationVersion recorded in every backup; may be empty
 * @param supportedSchema the newest schema version the application can open; empty when no application is asking
 *     (command line)
 * @param schemaVersionReader reads the version from the application's own table
 * @param clock the source of every instant, and of the zone for file names
 * @param busyTimeout how long to wait for a database that another process has locked
 */
public record BackupConfiguration(
        Path database,
        Optional<Path> namedFolder,
        String applicationVersion,
        Optional<SchemaVersion> supportedSchema,
        Optional<SchemaVersionReader> schemaVersionReader,
        Clock clock,
        Duration busyTimeout) {

    /** Makes the paths absolute. */
    public BackupConfiguration {
        database = database.toAbsolutePath().normalize();
        namedFolder = namedFolder.map(folder -> folder.toAbsolutePath().normalize());
    }

    /** Backups in {@code backups} beside the database, the system's clock, five seconds of patience with locks. */
    public static BackupConfiguration of(Path database) {
        return new BackupConfiguration(
                database,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Clock.systemDefaultZone(),
                Duration.ofSeconds(5));
    }

    /** Where the backups are: the named folder, else {@code backups} beside the database. */
    public Path folder() {
        return namedFolder.orElseGet(() -> database.resolveSibling("backups"));
    }

    /** The same with the backups in another folder. */
    public BackupConfiguration withFolder(Path folder) {
        return new BackupConfiguration(
                database,
                Optional.of(folder),
                applicationVersion,
                supportedSchema,
                schemaVersionReader,
                clock,
                busyTimeout);
    }

    /** The same for an application of this version. */
    public BackupConfiguration withApplicationVersion(String version) {
        return new BackupConfiguration(
                database, namedFolder, version, supportedSchema, schemaVersionReader, clock, busyTimeout);
    }

    /** The same for an application that can open schemas up to this one, read by this reader. */
    public BackupConfiguration withSchema(SchemaVersion supported, SchemaVersionReader reader) {
        return new BackupConfiguration(
                database,
                namedFolder,
                applicationVersion,
                Optional.of(supported),
                Optional.of(reader),
                clock,
                busyTimeout);
    }

    /** The same with the version read by this reader, but no limit of its own. */
    public BackupConfiguration withSchemaVersionReader(SchemaVersionReader reader) {
        return new BackupConfiguration(
                database, namedFolder, applicationVersion, supportedSchema, Optional.of(reader), clock, busyTimeout);
    }

    /** The same with another source of time. */
    public BackupConfiguration withClock(Clock newClock) {
        return new BackupConfiguration(
                database, namedFolder, applicationVersion, supportedSchema, schemaVersionReader, newClock, busyTimeout);
    }

    /** The same with more or less patience for locks. */
    public BackupConfiguration withBusyTimeout(Duration timeout) {
        return new BackupConfiguration(
                database, namedFolder, applicationVersion, supportedSchema, schemaVersionReader, clock, timeout);
    }
}
