package dev.lifeboat.jobmatch.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.migration.FlywaySchemaVersionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A backup of the first version comes back in the newest application, which restarts itself and migrates it. */
@Tag("FR-015")
@Tag("FR-017")
@Execution(ExecutionMode.CONCURRENT)
class RestoreAndRestartIT {
    @TempDir
    Path folder;

    @Test
    void aBackupOfTheFirstVersionIsRestoredRestartedAndMigrated() throws Exception {
        Path database = folder.resolve("jobmatcher.db");
        Schema.migrate(database, "1");
        Schema.execute(
                database, "INSERT INTO job_offers (id, title, company) VALUES (1, 'from the first version', 'ACME')");
        BackupService service = BackupProviders.installed()
                .forDatabase(database)
                .open(BackupConfiguration.of(database).withSchemaVersionReader(new FlywaySchemaVersionReader()));
        Backup old = service.create(CreateRequest.manual("test"), ProgressListener.NONE);
        Schema.migrate(database, "6");
        Schema.execute(database, "UPDATE job_offers SET title = 'changed since'");
        Path wanted = Files.writeString(folder.resolve("wanted"), old.name());
        Path journal = folder.resolve("journal");

        Process first = start(database, wanted, journal);

        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isZero();
        List<String> lines = awaitEnd(journal);
        assertThat(lines)
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly(
                        "The database is up to date (version 6).",
                        "restored",
                        "The database was updated from version 1 to version 6.",
                        "end");
        assertThat(lines.get(3)).as("another process").doesNotStartWith(first.pid() + " ");
        assertThat(Schema.rows(database, "SELECT title FROM job_offers")).containsExactly("from the first version");
        assertThat(service.list().backups())
                .extracting(backup -> backup.kind().orElseThrow())
                .containsExactlyInAnyOrder(BackupKind.MANUAL, BackupKind.SAFETY, BackupKind.PRE_MIGRATION);
    }

    private Process start(Path database, Path wanted, Path journal) throws Exception {
        String tests = Path.of("target/test-classes").toAbsolutePath().toString();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        System.getProperty("jdk.module.path"),
                        "--patch-module=dev.lifeboat.jobmatch=" + tests,
                        "--module",
                        "dev.lifeboat.jobmatch/" + RestoringMain.class.getName(),
                        database.toString(),
                        wanted.toString(),
                        journal.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private List<String> awaitEnd(Path journal) throws Exception {
        long start = System.nanoTime();
        while (!Files.readString(journal).endsWith(" end\n")) {
            assertThat(System.nanoTime() - start)
                    .as(Files.readString(journal) + Files.readString(folder.resolve("err")))
                    .isLessThan(TimeUnit.SECONDS.toNanos(60));
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Files.readAllLines(journal);
    }
}
