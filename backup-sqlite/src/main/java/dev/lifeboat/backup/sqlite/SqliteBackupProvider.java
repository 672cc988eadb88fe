package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.spi.BackupProvider;
import dev.lifeboat.backup.spi.FolderBackupService;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/** Backs up SQLite databases with SQLite's online backup API, into files that the {@code sqlite3} shell opens. */
public final class SqliteBackupProvider implements BackupProvider {
    @Override
    public String id() {
        return "sqlite";
    }

    @Override
    public String description() {
        return "SQLite " + SQLiteJDBCLoader.getVersion();
    }

    /** True for every path: what is no SQLite database is refused with a sentence that says what it is instead. */
    @Override
    public boolean supports(Path database) {
        return true;
    }

    @Override
    public BackupService open(BackupConfiguration configuration) {
        return new FolderBackupService(configuration, new SqliteEngine(configuration), new JsonSidecarFormat());
    }
}
