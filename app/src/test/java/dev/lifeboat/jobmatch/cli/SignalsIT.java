package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals, and other processes at the same database. */
@Execution(ExecutionMode.CONCURRENT)
class SignalsIT {
    @TempDir
    private Path folder;

    private JobDatabase jobs;
    private BackupService service;

    @BeforeEach
    void aDatabaseWithOneJob() throws SQLException, BackupException {
        jobs = JobDatabase.create(folder.resolve("my.db"), "Gardener");
        BackupConfiguration configuration = BackupConfiguration.of(Path.of(jobs.path()));
        service = BackupProviders.installed()
                .forDatabase(configuration.database())
                .open(configuration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aRestoreThatHasBegunIsFinishedAndTellsItsResult(String signal) throws Exception {
        String name = service.create(CreateRequest.manual("test"), ProgressListener.NONE)
                .name();
        jobs.add("Baker");

        LifeboatProcess restore;
        try (Connection busy = jobs.lock()) {
            assertThat(busy.isClosed()).isFalse();
            restore = LifeboatProcess.start("restore", name, "--yes", "--json", "--database", jobs.path());
            awaitRunning(Operation.RESTORE);
            restore.signal(signal);
            assertThat(restore.runsAfter(300)).isTrue();
        }
        Result result = restore.end();

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.json().get("restored").getAsString()).isEqualTo(name);
        assertThat(jobs.titles()).containsExactly("Gardener");
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void anInterruptedCreateEndsAtOnceAndLeavesNothing(String signal, int exitCode) throws Exception {
        jobs.execute("CREATE TABLE attachments AS SELECT randomblob(100000000) FROM (VALUES (1), (2))");

        LifeboatProcess create = LifeboatProcess.start("create", "--json", "--database", jobs.path());
        awaitTemporaryFile();
        create.signal(signal);
        Result result = create.end();

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.errorCode()).isEqualTo("INTERRUPTED");
        assertThat(result.err()).isEmpty();
        assertThat(filesInTheBackupFolder()).allMatch(name -> name.endsWith(".lock"));
        assertThat(jobs.titles()).containsExactly("Gardener");
    }

    @Test
    void aSecondOperationIsRefusedByNameAndStatusShowsTheFirst() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> createSlowly(running, goOn));
        first.start();
        running.await();

        Result second = LifeboatProcess.run("create", "--json", "--database", jobs.path());
        Result status = LifeboatProcess.run("status", "--json", "--database", jobs.path());
        goOn.countDown();
        first.join();

        assertThat(second.exitCode()).isEqualTo(16);
        assertThat(second.errorCode()).isEqualTo("OPERATION_IN_PROGRESS");
        assertThat(status.json().get("operation").getAsString()).isEqualTo("create");
        assertThat(status.json().get("stage").getAsString()).isNotBlank();
        assertThat(status.json().get("progress").getAsInt()).isBetween(0, 100);
        assertThat(LifeboatProcess.run("create", "--database", jobs.path()).exitCode())
                .isZero();
    }

    @Test
    void aRestoreIsRefusedWhileTheApplicationRuns() throws Exception {
        String name = service.create(CreateRequest.manual("test"), ProgressListener.NONE)
                .name();

        Result result;
        try (HostPresence application = service.holdPresence()) {
            assertThat(application).isNotNull();
            result = LifeboatProcess.run("restore", name, "--yes", "--json", "--database", jobs.path());
        }

        assertThat(result.exitCode()).isEqualTo(13);
        assertThat(result.errorCode()).isEqualTo("DATABASE_BUSY");
    }

    private void createSlowly(CountDownLatch running, CountDownLatch goOn) {
        try {
            service.create(CreateRequest.manual("test"), progress -> {
                running.countDown();
                awaitUnhurried(goOn);
            });
        } catch (BackupException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitUnhurried(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitRunning(Operation operation) throws BackupException, InterruptedException {
        while (service.status()
                .running()
                .filter(progress -> progress.operation() == operation)
                .isEmpty()) {
            Thread.sleep(5);
        }
    }

    private void awaitTemporaryFile() throws IOException, InterruptedException {
        while (!Files.isDirectory(folder.resolve("backups"))
                || filesInTheBackupFolder().stream().noneMatch(name -> name.startsWith(".tmp"))) {
            Thread.sleep(1);
        }
    }

    private List<String> filesInTheBackupFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
