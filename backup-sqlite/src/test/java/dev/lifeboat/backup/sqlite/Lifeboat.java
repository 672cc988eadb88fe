package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.FolderBackupService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The service under test on one database, in the words of the tests.
 *
 * @param configuration what it was opened for
 * @param service the service itself
 */
record Lifeboat(BackupConfiguration configuration, BackupService service) {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** With little patience for locks, so that tests of busy databases are quick. */
    static Lifeboat on(Path database) {
        return on(BackupConfiguration.of(database).withBusyTimeout(PATIENCE));
    }

    static Lifeboat on(BackupConfiguration configuration) {
        return new Lifeboat(configuration, new SqliteBackupProvider().open(configuration));
    }

    /** With an engine around the real one, to stage what cannot be brought about from outside. */
    static Lifeboat on(Path database, UnaryOperator<DatabaseEngine> wrapper) {
        BackupConfiguration configuration = BackupConfiguration.of(database).withBusyTimeout(PATIENCE);
        DatabaseEngine engine = wrapper.apply(new SqliteEngine(configuration));
        return new Lifeboat(configuration, new FolderBackupService(configuration, engine, new JsonSidecarFormat()));
    }

    Backup create() throws BackupException {
        return service.create(CreateRequest.manual("test"), ProgressListener.NONE);
    }

    Verification verify(Backup backup) throws BackupException {
        return service.verify(backup.name(), ProgressListener.NONE);
    }

    RestoreResult restore(Backup backup) throws BackupException {
        return service.restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);
    }

    /** Puts a file into the folder under a backup's name, without a record. */
    Backup adopt(Path file) throws BackupException, IOException {
        String name = "backup_2001-02-03_04-05-06.db";
        Files.createDirectories(configuration.folder());
        Files.deleteIfExists(configuration.folder().resolve(name));
        Files.deleteIfExists(configuration.folder().resolve(name + ".json"));
        Files.copy(file, configuration.folder().resolve(name));
        return service.show(name);
    }

    /** Forgets what is recorded about a backup. */
    void removeSidecar(Backup backup) throws IOException {
        Files.delete(backup.path().resolveSibling(backup.name() + ".json"));
    }

    /** Names of the backups in the folder, of every state. */
    List<String> names() throws BackupException {
        return service.list().backups().stream().map(Backup::name).toList();
    }

    /** Fails unless the folders hold nothing but the database, its own side files, whole backups and locks. */
    void assertNothingStray() throws IOException {
        Path database = configuration.database().toRealPath();
        String name = database.getFileName().toString();
        assertThat(files(database.getParent())).noneMatch(file -> file.startsWith("." + name + "."));
        if (Files.exists(configuration.folder())) {
            for (String file : files(configuration.folder())) {
                boolean record = file.endsWith(".db.json")
                        && Files.exists(configuration.folder().resolve(file.replace(".json", "")));
                assertThat(record || file.endsWith(".db") || file.endsWith(".lock") || file.startsWith("preserved_"))
                        .as(file)
                        .isTrue();
            }
        }
    }

    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The failure of an operation, whose code must be this one. */
    static BackupException failure(BackupError code, ThrowingCallable operation) {
        BackupException failure = catchThrowableOfType(BackupException.class, operation);
        assertThat(failure).as("an operation that must fail").isNotNull();
        assertThat(failure.error()).as(failure.getMessage()).isEqualTo(code);
        return failure;
    }
}
