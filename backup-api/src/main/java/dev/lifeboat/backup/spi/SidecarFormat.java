package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a provider writes the record beside a backup, {@code <name>.db.json}: JSON with an integer {@code formatVersion}.
 *
 * <p>Stateless and safe for use by several threads.
 */
public interface SidecarFormat {
    /**
     * The most that a sidecar may have, in bytes. A larger one is not read: what anybody may have written must fit into
     * memory. It has room for the row counts of more than a hundred thousand tables.
     */
    int MAX_BYTES = 8 << 20;

    /** The record as the bytes of a file. */
    byte[] encode(BackupMetadata metadata);

    /** What is in a file that anybody may have written; never throws. */
    Sidecar decode(byte[] bytes);

    /** The outcome of reading a sidecar. */
    sealed interface Sidecar {}

    /**
     * A record of a version that this provider knows.
     *
     * @param metadata what it says
     */
    record Readable(BackupMetadata metadata) implements Sidecar {}

    /**
     * Garbage, or a record of a newer format.
     *
     * @param reason which of them, for people
     * @param newerFormat whether it is a later version's record, which must not be overwritten
     * @param sizeBytes the backup's size, if that much could be read
     * @param databaseName the database's file name, if that much could be read
     */
    record Unreadable(Message reason, boolean newerFormat, OptionalLong sizeBytes, Optional<String> databaseName)
            implements Sidecar {}
}
