package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupService;
import java.nio.file.Path;

/**
 * A way to back up one kind of database, found through {@link java.util.ServiceLoader}.
 *
 * <p>Implementations are stateless, cheap to create and safe for use by several threads.
 */
public interface BackupProvider {
    /**
     * Short lower-case name by which people choose it, such as {@code sqlite}; unique among the installed providers.
     */
    String id();

    /** What it is, in a few words, with its version. */
    String description();

    /**
     * Whether this provider is the right one for a database. Must not open or change the file; a file that is missing
     * or damaged may well be supported, so that it can be restored.
     */
    boolean supports(Path database);

    /** A service for one database. Opens nothing yet and cannot fail. */
    BackupService open(BackupConfiguration configuration);
}
