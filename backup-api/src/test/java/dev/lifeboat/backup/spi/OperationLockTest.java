package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationLockTest {
    @TempDir
    Path temporary;

    private BackupConfiguration configuration;

    @BeforeEach
    void database() throws Exception {
        Files.writeString(temporary.resolve("app.db"), "database");
        Files.createDirectory(temporary.resolve("backups"));
        configuration = BackupConfiguration.of(temporary.resolve("app.db"));
    }

    @Test
    void aSecondOperationIsRefusedNamingTheFirst() throws BackupException {
        try (OperationLock first = OperationLock.ofDatabase(configuration, Operation.CLEANUP)) {
            assertThatThrownBy(() -> OperationLock.ofDatabase(configuration, Operation.CREATE))
                    .isInstanceOfSatisfying(BackupException.class, refusal -> {
                        assertThat(refusal.error()).isEqualTo(BackupError.OPERATION_IN_PROGRESS);
                        assertThat(refusal.message(Locale.ENGLISH)).startsWith("Cleaning up old backups is running");
                    });
        }

        OperationLock.ofDatabase(configuration, Operation.CREATE).close();
    }

    @Test
    void aTextThatNobodyUnderstandsDoesNotHideTheRefusal() throws Exception {
        try (OperationLock first = OperationLock.ofDatabase(configuration, Operation.CREATE)) {
            LockFile.of(OperationLock.databaseLock(configuration)).write("\u0007 garbage");

            assertRefused(() -> OperationLock.ofDatabase(configuration, Operation.RESTORE));
        }
    }

    @Test
    void aRefusalByTheFolderGivesTheDatabaseFree() throws BackupException {
        BackupConfiguration other = BackupConfiguration.of(temporary.resolve("other.db"));
        try (OperationLock theirs = OperationLock.ofDatabase(other, Operation.CREATE)) {
            theirs.alsoFolder(other.folder());
            OperationLock ours = OperationLock.ofDatabase(configuration, Operation.CREATE);

            assertRefused(() -> ours.alsoFolder(configuration.folder()));

            OperationLock.ofDatabase(configuration, Operation.CREATE).close();
        }
    }

    @Test
    void aFolderThatIsGoneIsSaidToBe() throws Exception {
        Files.delete(temporary.resolve("backups"));
        OperationLock ours = OperationLock.ofDatabase(configuration, Operation.DELETE);

        assertThatThrownBy(() -> ours.alsoFolder(configuration.folder()))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(BackupError.DIRECTORY_NOT_FOUND));
    }

    @Test
    void whatRunsIsToldWhileItRunsOnly() throws BackupException {
        assertThat(OperationLock.running(configuration)).isEmpty();
        try (OperationLock lock = OperationLock.ofDatabase(configuration, Operation.RESTORE)) {
            lock.report(new Progress(Operation.RESTORE, Stage.SAVING, 55));

            assertThat(OperationLock.running(configuration))
                    .contains(new Progress(Operation.RESTORE, Stage.SAVING, 55));
        }
        assertThat(OperationLock.running(configuration)).isEmpty();
    }

    @Test
    void lookingWhatRunsNeverGetsInTheWayOfAnOperation() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread onlooker = new Thread(() -> {
            while (!done.get()) {
                try {
                    OperationLock.running(configuration);
                } catch (BackupException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            }
        });
        OperationLock.ofDatabase(configuration, Operation.CREATE).close();
        onlooker.start();
        try {
            for (int i = 0; i < 1000; i++) {
                OperationLock.ofDatabase(configuration, Operation.CREATE).close();
            }
        } finally {
            done.set(true);
            onlooker.join();
        }
    }

    @Test
    void aLockFileThatSomebodyElseMakesInThisInstantIsLockedAllTheSame(@TempDir Path temporary) throws Exception {
        Files.createFile(temporary.resolve("app.db"));
        SimulatedPath disk = SimulatedDisk.holding(temporary);
        BackupConfiguration onDisk = BackupConfiguration.of(disk.resolve("app.db"));
        AtomicInteger looks = new AtomicInteger();
        SimulatedDisk.of(disk).beforeLooking(path -> {
            if (path.endsWith("app.db.lock") && looks.incrementAndGet() == 2) {
                Files.createFile(path);
            }
        });

        try (OperationLock lock = OperationLock.ofDatabase(onDisk, Operation.CREATE)) {
            assertThat(OperationLock.running(onDisk)).isPresent();
        }
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(BackupError.OPERATION_IN_PROGRESS));
    }
}
