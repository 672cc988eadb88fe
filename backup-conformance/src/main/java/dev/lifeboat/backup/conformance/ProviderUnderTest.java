package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.file.Path;
import java.util.List;

/**
 * A provider, and how to make and read databases of its kind. To the suite a database is one file (perhaps with side
 * files) that holds a list of texts and a schema version; it does whatever else it needs to the bytes of files.
 *
 * <p>No method but {@link #occupy} leaves the database open. Whatever they throw fails the test.
 */
public interface ProviderUnderTest {
    /** The provider that is held to the rules. */
    BackupProvider provider();

    /**
     * Makes the database hold these texts and nothing else, each in a row of its own in one table; creates it when it
     * is not there and keeps its schema version when it is.
     */
    void write(Path database, List<String> texts) throws Exception;

    /** The texts that the database holds, in the order they were written. May change the file. */
    List<String> read(Path database) throws Exception;

    /** Sets the schema version that the provider reads when no reader of the host's finds another. */
    void setSchemaVersion(Path database, int version) throws Exception;

    /**
     * Opens the database as another application would, and stays in the middle of a transaction until closed.
     *
     * @param exclusively whether nobody else can read it meanwhile; otherwise it only reads
     */
    AutoCloseable occupy(Path database, boolean exclusively) throws Exception;

    /**
     * The side files that such a database can have, whether they exist or not, for example a write-ahead log. Garbage
     * in one of them must not keep the provider from telling that the main file is damaged.
     */
    default List<Path> sideFiles(Path database) {
        return List.of();
    }
}
