package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other processes that have the database open only for a moment, as every process has it that this one is just
 * starting.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only its process file system tells who has a file open")
class OpenElsewhereIT {
    /** Far longer than any holder here keeps the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)", "INSERT INTO t VALUES ('restored')")
                .toRealPath();
    }

    @Test
    void whoLetsGoOfItAfterAMomentDoesNotPreventARestoreByRenaming() throws Exception {
        Lifeboat lifeboat = Lifeboat.on(BackupConfiguration.of(database).withBusyTimeout(PATIENCE));
        Backup backup = lifeboat.create();
        Bytes.write(database, 0, Bytes.random(1, 16));
        Process holder = holder("sleep 0.5; exec 3<&-; exec sleep 60");
        try {
            lifeboat.restore(backup);

            assertThat(holder.isAlive()).isTrue();
        } finally {
            ChildJvm.kill(holder);
        }
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("restored");
    }

    /** What it wrote is in no safety backup. */
    @ParameterizedTest
    @ValueSource(strings = {"app.db", "app.db-wal", "app.db-journal"})
    void whoLetGoOfItAfterWritingIsRefused(String written) throws Exception {
        Path file = database.resolveSibling(written);
        Process holder = holder("sleep 0.3 3<&-; echo more >> '" + file + "'; exec 3<&-; exec sleep 60");
        try {
            BackupException failure =
                    Lifeboat.failure(BackupError.DATABASE_BUSY, () -> OpenElsewhere.refuse(database, PATIENCE));

            assertThat(failure.getMessage()).contains("open in another process (" + holder.pid() + ")");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).endsWith("more\n");
        } finally {
            ChildJvm.kill(holder);
        }
    }

    /** Another process that has the database open, and then does what the script says. */
    private Process holder(String script) throws IOException {
        Process holder = new ProcessBuilder("sh", "-c", "exec 3< \"$0\"; echo open; " + script, database.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("open");
        return holder;
    }
}
