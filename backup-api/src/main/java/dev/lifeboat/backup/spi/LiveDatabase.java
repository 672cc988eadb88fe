package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The live database, opened for reading. Nothing in it may change the database's files in a way that loses what a
 * person might still need from them. Used by one thread at a time.
 */
public interface LiveDatabase extends AutoCloseable {
    /**
     * Copies one consistent state of the database into a self-contained file that needs no side files.
     *
     * @param target an empty file with its final permissions; overwritten. The caller makes it durable
     * @throws BackupException {@code DATABASE_BUSY}, {@code DATABASE_DAMAGED}, {@code INSUFFICIENT_SPACE},
     *     {@code PERMISSION_DENIED}
     */
    void copyTo(Path target, Monitor monitor) throws BackupException;

    /**
     * Whether anybody has committed to the database since the last {@link #copyTo} read it.
     *
     * @throws BackupException when that cannot be told
     */
    boolean changedSinceCopy() throws BackupException;

    /**
     * The version of its schema, where one can be read.
     *
     * @throws BackupException {@code DATABASE_BUSY}, {@code DATABASE_DAMAGED}
     */
    Optional<SchemaVersion> schemaVersion() throws BackupException;

    /**
     * What is structurally wrong with it; empty when nothing is. Slow: reads everything.
     *
     * @throws BackupException {@code DATABASE_BUSY}
     */
    List<Message> findStructuralDamage() throws BackupException;

    /** Closes it; failures are of no consequence to a reader and are not thrown. */
    @Override
    void close();
}
