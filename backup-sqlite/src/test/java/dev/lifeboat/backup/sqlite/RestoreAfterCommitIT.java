package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore that has to wait for another process: what that commits in the meantime is not lost. */
@Timeout(120)
class RestoreAfterCommitIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void commitThatARestoreWaitedForIsInTheSafetyBackup(String journalMode) throws Exception {
        Path database = Generations.create(folder.resolve("app.db"), 7, 4096, journalMode);
        Lifeboat lifeboat = Lifeboat.on(BackupConfiguration.of(database).withBusyTimeout(Duration.ofSeconds(30)));
        Backup backup = lifeboat.create();
        try (OtherApplication writer = OtherApplication.connectedTo(database, "BEGIN IMMEDIATE")) {
            writer.run(Generations.change(8));
            CompletableFuture<RestoreResult> restore = CompletableFuture.supplyAsync(() -> restore(lifeboat, backup));
            awaitSafetyBackup(lifeboat);

            writer.run("COMMIT");
            RestoreResult result = restore.get(60, TimeUnit.SECONDS);

            assertThat(Generations.read(database)).isEqualTo("generation 7");
            try (Connection saved = Sql.open(result.safetyBackup().orElseThrow().path())) {
                assertThat(Generations.read(saved)).isEqualTo(8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void commitBetweenTheSafetyBackupAndTheReplacementIsSavedToo(String journalMode) throws Exception {
        Path database = Generations.create(folder.resolve("app.db"), 7, 4096, journalMode);
        AtomicBoolean committed = new AtomicBoolean();
        try (OtherApplication writer = OtherApplication.connectedTo(database)) {
            Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
                @Override
                public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
                    return super.replaceInPlace(staged, () -> commitOnce() && lastLook.allows(), monitor);
                }

                private boolean commitOnce() {
                    if (committed.compareAndSet(false, true)) {
                        RestoreAfterCommitIT.run(writer, Generations.change(8));
                    }
                    return true;
                }
            });
            Backup backup = lifeboat.create();

            RestoreResult result = lifeboat.restore(backup);

            assertThat(Generations.read(database)).isEqualTo("generation 7");
            try (Connection saved = Sql.open(result.safetyBackup().orElseThrow().path())) {
                assertThat(Generations.read(saved)).isEqualTo(8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void whoeverCommitsJustBeforeAndJustAfterTheReplacementLosesNothing(String journalMode) throws Exception {
        Path database = Generations.create(folder.resolve("app.db"), 7, 4096, journalMode);
        AtomicBoolean committed = new AtomicBoolean();
        try (OtherApplication writer = OtherApplication.connectedTo(database)) {
            Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
                @Override
                public void confirmReplaced(Inspection expected) throws BackupException {
                    RestoreAfterCommitIT.run(writer, "INSERT INTO rows VALUES (1000, 'after')");
                    super.confirmReplaced(expected);
                }
            });
            Backup backup = lifeboat.create();

            BackupException failure = catchThrowableOfType(
                    BackupException.class,
                    () -> lifeboat.service().restore(RestoreRequest.of(backup.name()), progress -> {
                        if (progress.stage() == Stage.RESTORING && committed.compareAndSet(false, true)) {
                            run(writer, Generations.change(8));
                        }
                    }));

            assertThat(failure.error()).isEqualTo(BackupError.UNKNOWN);
            assertThat(Sql.value(database, "SELECT payload FROM rows WHERE id = 1000"))
                    .isEqualTo("after");
            Backup safety = newestSafetyBackup(lifeboat);
            assertThat(failure.getMessage()).contains("safety backup " + safety.name() + " holds the old data");
            try (Connection saved = Sql.open(safety.path())) {
                assertThat(Generations.read(saved)).isEqualTo(8);
            }
        }
    }

    private static void run(OtherApplication writer, String... statements) {
        try {
            writer.run(statements);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Backup newestSafetyBackup(Lifeboat lifeboat) throws BackupException {
        return lifeboat.service().list().backups().stream()
                .filter(backup -> backup.kind().orElseThrow() == BackupKind.SAFETY)
                .findFirst()
                .orElseThrow();
    }

    private static RestoreResult restore(Lifeboat lifeboat, Backup backup) {
        try {
            return lifeboat.restore(backup);
        } catch (BackupException failure) {
            throw new CompletionException(failure);
        }
    }

    private static void awaitSafetyBackup(Lifeboat lifeboat) throws Exception {
        long start = System.nanoTime();
        while (lifeboat.service().list().backups().stream()
                .noneMatch(backup -> backup.kind().orElseThrow() == BackupKind.SAFETY)) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
