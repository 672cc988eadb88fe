package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.backup.spi.PlainEngine.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an operation when something happens to its thread, its folder, its lock or its neighbour. */
class FolderBackupServiceTest {
    @TempDir
    Path temporary;

    private Path database;
    private Path folder;
    private BackupService service;

    @BeforeEach
    void database() throws IOException {
        database = temporary.resolve("app.db");
        folder = temporary.resolve("backups");
        Files.write(database, PlainFile.main(2));
        service = service(database, Step.COPY, () -> {});
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    /** What happens in the middle of an operation. */
    @FunctionalInterface
    private interface Incident {
        void happen() throws IOException;
    }

    /** A service for a database, with an incident when it comes to this step for the first time. */
    private BackupService service(Path file, Step at, Incident incident) {
        PlainEngine engine = new PlainEngine(file, true) {
            private boolean happened;

            @Override
            void before(Step step) {
                if (step == at && !happened) {
                    happened = true;
                    try {
                        incident.happen();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        };
        return new FolderBackupService(BackupConfiguration.of(file).withFolder(folder), engine, new PlainSidecar());
    }

    private static Backup create(BackupService service) throws BackupException {
        return service.create(CreateRequest.manual("test"), ProgressListener.NONE);
    }

    private static BackupError error(ThrowingCallable attempt) {
        BackupException failure = catchThrowableOfType(BackupException.class, attempt);
        assertThat(failure).isNotNull();
        return failure.error();
    }

    private List<String> namesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void recoveryDoesNotNeedAFolderForBackups() throws Exception {
        Files.deleteIfExists(folder);
        Files.writeString(folder, "a file where the folder should be");

        assertThat(service.recover().state()).isEqualTo(DatabaseState.CLEAN);

        assertThat(error(() -> create(service))).isEqualTo(BackupError.PERMISSION_DENIED);
        assertThat(FreeSpace.availableBytes(folder.resolve("lifeboat.lock")))
                .as("below a file there is as much room as beside it")
                .isPositive();
    }

    @Nested
    class Interrupts {
        @Test
        void createGoesOnWhenItsCallerIsInterrupted() throws Exception {
            Thread caller = Thread.currentThread();
            BackupService interrupted = service(database, Step.COPY, caller::interrupt);

            Backup backup = create(interrupted);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
            assertThat(PlainFile.read(backup.path())).isEqualTo("2");
        }

        @Test
        void restoreGoesOnWhenItsCallerIsInterrupted() throws Exception {
            Backup backup = create(service);
            Files.write(database, PlainFile.main(3));
            Thread caller = Thread.currentThread();

            service(database, Step.REPLACE, caller::interrupt)
                    .restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(PlainFile.read(database)).isEqualTo("2");
        }

        @Test
        void everythingWorksOnAThreadThatWasInterruptedBefore() throws Exception {
            Thread.currentThread().interrupt();

            Backup backup = create(service);
            service.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);

            assertThat(service.list().backups()).hasSize(2).allMatch(listed -> listed.state() == BackupState.VERIFIED);
            assertThat(service.verify(backup.name(), ProgressListener.NONE)).isInstanceOf(Verification.Intact.class);
            assertThat(service.status().lastBackup()).isPresent();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Nested
    class Folder {
        @Test
        void aFolderDeletedDuringCreateIsSaidToBeAndTheNextCreateWorks() throws Exception {
            BackupService unlucky = service(database, Step.INSPECT, () -> Folders.deleteTree(folder));

            assertThat(error(() -> create(unlucky))).isEqualTo(BackupError.DIRECTORY_NOT_FOUND);

            assertThat(PlainFile.read(database)).isEqualTo("2");
            assertThat(create(service).state()).isEqualTo(BackupState.VERIFIED);
        }

        @Test
        void aFolderReplacedDuringCreateGetsNoHalfBackup() throws Exception {
            Path away = temporary.resolve("away");
            BackupService unlucky = service(database, Step.INSPECT, () -> {
                Files.move(folder, away);
                Files.createDirectory(folder);
            });

            assertThat(error(() -> create(unlucky))).isEqualTo(BackupError.DIRECTORY_NOT_FOUND);

            assertThat(namesIn(folder)).isEmpty();
            assertThat(create(service).state()).isEqualTo(BackupState.VERIFIED);
        }

        @Test
        void aFolderDeletedBeforeTheReplacementLeavesTheDatabaseAsItWas() throws Exception {
            Backup backup = create(service);
            Files.write(database, PlainFile.main(3));
            BackupService unlucky = service(database, Step.COPY, () -> Folders.deleteTree(folder));

            error(() -> unlucky.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE));

            assertThat(PlainFile.read(database)).isEqualTo("3");
            assertThat(namesIn(temporary)).containsExactly("app.db");
        }

        @Test
        void twoDatabasesInOneFolderLeaveEachOthersBackupsAlone() throws Exception {
            Path neighbour = temporary.resolve("neighbour.db");
            Files.write(neighbour, PlainFile.main(5));
            BackupService theirs = service(neighbour, Step.COPY, () -> {});
            Backup our = create(service);
            Backup their = create(theirs);
            Files.delete(their.path());

            service.recover();

            assertThat(service.list().backups()).extracting(Backup::name).containsExactly(our.name());
            assertThat(folder.resolve(their.name() + ".json")).exists();
            assertThat(error(() -> theirs.delete(our.name()))).isEqualTo(BackupError.BACKUP_NOT_FOUND);
            assertThat(error(() -> theirs.restore(RestoreRequest.of(our.name()), ProgressListener.NONE)))
                    .isEqualTo(BackupError.BACKUP_NOT_FOUND);
            assertThat(PlainFile.read(neighbour)).isEqualTo("5");
        }

        @Test
        void twoDatabasesInOneFolderTakeTurns() throws Exception {
            Path neighbour = temporary.resolve("neighbour.db");
            Files.write(neighbour, PlainFile.main(5));
            BackupService theirs = service(neighbour, Step.COPY, () -> {});
            BackupError[] refusal = new BackupError[2];
            BackupService ours = service(database, Step.COPY, () -> {
                refusal[0] = error(() -> create(theirs));
                refusal[1] = error(theirs::recover);
            });

            create(ours);

            assertThat(refusal).containsOnly(BackupError.OPERATION_IN_PROGRESS);
            assertThat(create(theirs).state()).isEqualTo(BackupState.VERIFIED);
        }
    }

    @Nested
    class Locks {
        @Test
        void deletedLockFilesLetNoSecondOperationOfThisProcessIn() throws Exception {
            BackupError[] refusal = new BackupError[1];
            BackupService ours = service(database, Step.COPY, () -> {
                Files.delete(temporary.resolve("app.db.lock"));
                Files.delete(folder.resolve("lifeboat.lock"));
                refusal[0] = error(() -> create(service));
            });

            create(ours);

            assertThat(refusal).containsExactly(BackupError.OPERATION_IN_PROGRESS);
            assertThat(create(service).state()).isEqualTo(BackupState.VERIFIED);
        }
    }

    @Nested
    class Verify {
        @Test
        void aBackupDeletedMeanwhileIsNotCalledDamaged() throws Exception {
            create(service);
            Backup backup = create(service);
            BackupService verifier = service(database, Step.INSPECT, () -> deleteQuietly(backup.name()));

            assertThat(error(() -> verifier.verify(backup.name(), ProgressListener.NONE)))
                    .isEqualTo(BackupError.BACKUP_NOT_FOUND);
        }

        @Test
        void anotherBackupThatWasGivenTheNameMeanwhileIsNotMarkedAsDamaged() throws Exception {
            Backup keeper = create(service);
            Backup backup = create(service);
            Files.write(database, PlainFile.main(3));
            BackupService verifier = service(database, Step.INSPECT, () -> {
                deleteQuietly(backup.name());
                Files.move(keeper.path(), backup.path());
                String sidecar = Files.readString(SidecarFile.pathOf(keeper.path()));
                Files.writeString(SidecarFile.pathOf(backup.path()), sidecar.replace(keeper.name(), backup.name()));
            });

            Verification outcome = verifier.verify(backup.name(), ProgressListener.NONE);

            assertThat(outcome).isInstanceOf(Verification.Intact.class);
            assertThat(service.show(backup.name()).state()).isEqualTo(BackupState.VERIFIED);
        }

        private void deleteQuietly(String name) throws IOException {
            try {
                service.delete(name);
            } catch (BackupException failure) {
                throw new IOException(failure);
            }
        }
    }

    @Nested
    class InterruptedRestore {
        @Test
        void isRecoveredThroughALinkToTheMissingDatabase() throws Exception {
            Path real = Files.createDirectory(temporary.resolve("real"));
            Path link = Files.createSymbolicLink(temporary.resolve("link.db"), real.resolve("app.db"));
            new SwapFolder(real)
                    .with("app.db", "old")
                    .withIntent(0)
                    .quarantined("app.db")
                    .with(SwapFolder.STAGED, "new");

            DatabaseState state = service(link, Step.COPY, () -> {}).recover().state();

            assertThat(state).isEqualTo(DatabaseState.NEW);
            assertThat(real.resolve("app.db")).hasContent("new");
            assertThat(namesIn(real)).containsExactly("app.db");
        }

        @Test
        void isMentionedByCreateAlsoWhenTheDatabaseIsAwayForNow() throws Exception {
            new SwapFolder(temporary).withIntent(0).quarantined("app.db").with(SwapFolder.STAGED, "new");

            assertThat(error(() -> create(service))).isEqualTo(BackupError.DATABASE_DAMAGED);
        }
    }
}
