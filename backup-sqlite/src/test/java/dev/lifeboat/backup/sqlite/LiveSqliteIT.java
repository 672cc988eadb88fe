package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.spi.Monitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live database that others go on using after it was opened. */
class LiveSqliteIT {
    @TempDir
    Path folder;

    @Test
    void aWriterThatDiedMeanwhileIsSaidToHoldTheDatabase() throws Exception {
        Path crashed = Crash.withHotJournal(folder.resolve("crashed.db"));
        Path database = folder.resolve("my.db");
        Sql.run(database, "CREATE TABLE t (i, x)");
        try (LiveSqlite live = LiveSqlite.open(database, BackupConfiguration.of(database))) {
            // Into the same file: the connection keeps it open.
            Files.write(database, Files.readAllBytes(crashed));
            Files.copy(
                    SqliteFiles.journal(crashed), SqliteFiles.journal(database), StandardCopyOption.REPLACE_EXISTING);

            BackupException failure = catchThrowableOfType(
                    BackupException.class, () -> live.copyTo(folder.resolve("copy.db"), Monitor.NONE));

            assertThat(failure.error()).isEqualTo(BackupError.DATABASE_BUSY);
        }
    }
}
