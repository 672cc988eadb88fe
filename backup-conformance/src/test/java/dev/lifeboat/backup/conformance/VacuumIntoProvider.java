package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.spi.BackupProvider;
import dev.lifeboat.backup.spi.FolderBackupService;
import java.nio.file.Path;

/**
 * A second provider, as small as one can be: SQLite copies itself with {@code VACUUM INTO}, and restores replace the
 * file.
 */
final class VacuumIntoProvider implements BackupProvider {
    @Override
    public String id() {
        return "vacuum-into";
    }

    @Override
    public String description() {
        return "SQLite by VACUUM INTO";
    }

    @Override
    public boolean supports(Path database) {
        return database.toString().endsWith(".db");
    }

    @Override
    public BackupService open(BackupConfiguration configuration) {
        return new FolderBackupService(configuration, new VacuumIntoEngine(configuration), new GsonSidecar());
    }
}
