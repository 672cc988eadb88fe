package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody commits, or a step fails, in the middle of a restore: what is said about the data afterwards is true. */
class RestoreTruthTest {
    @TempDir
    Path folder;

    private Path database;
    private Backup backup;

    @BeforeEach
    void backUpAndChange() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE t (x)",
                "INSERT INTO t VALUES ('restored')");
        backup = Lifeboat.on(database).create();
        Sql.run(database, "UPDATE t SET x = 'live'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void commitsWhileTheSafetyBackupIsMadeAreInTheNextOne(int commits) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new CommitsAfterCopies(engine, commits));

        RestoreResult result = lifeboat.restore(backup);

        Path saved = result.safetyBackup().orElseThrow().path();
        assertThat(DatabaseContent.ofBackup(saved).rows().get("t"))
                .containsExactly("integer 1 | text commit " + commits);
        assertThat(data()).isEqualTo("restored");
        assertThat(lifeboat.names()).hasSize(2);
        lifeboat.assertNothingStray();
    }

    @Test
    void databaseThatKeepsChangingIsGivenUpAfterThreeSafetyBackups() throws Exception {
        CommitsAfterCopies[] engines = new CommitsAfterCopies[1];
        Lifeboat lifeboat =
                Lifeboat.on(database, engine -> engines[0] = new CommitsAfterCopies(engine, Integer.MAX_VALUE));

        BackupException failure = Lifeboat.failure(BackupError.DATABASE_BUSY, () -> lifeboat.restore(backup));

        assertThat(failure.getMessage()).contains("kept changing");
        assertThat(engines[0].copies).isEqualTo(3);
        assertThat(data()).isEqualTo("commit 3");
        assertThat(lifeboat.names()).containsExactly(backup.name());
        lifeboat.assertNothingStray();
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupError.class,
            names = {"UNKNOWN", "PERMISSION_DENIED", "INSUFFICIENT_SPACE", "DATABASE_DAMAGED"})
    void errorAfterTheCommitIsASuccessWithAWarning(BackupError code) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
                super.replaceInPlace(staged, lastLook, monitor);
                throw staged(code);
            }
        });

        RestoreResult result = lifeboat.restore(backup);

        assertThat(result.warnings()).extracting(Message::key).containsExactly("warning.confirm-failed");
        assertThat(data()).isEqualTo("restored");
        lifeboat.assertNothingStray();
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupError.class,
            names = {"UNKNOWN", "PERMISSION_DENIED", "INSUFFICIENT_SPACE"})
    void errorBeforeTheCommitSaysThatTheOldDataIsThere(BackupError code) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
                throw staged(code);
            }
        });

        BackupException failure = Lifeboat.failure(
                code == BackupError.UNKNOWN ? BackupError.RESTORE_FAILED : code, () -> lifeboat.restore(backup));

        assertThat(failure.getMessage()).contains("as it was before");
        assertThat(data()).isEqualTo("live");
        lifeboat.assertNothingStray();
    }

    @ParameterizedTest
    @EnumSource(
            value = BackupError.class,
            names = {"UNKNOWN", "PERMISSION_DENIED", "INSUFFICIENT_SPACE", "RESTORE_FAILED"})
    void noCodePromisesTheOldDataWhenNobodyCouldLook(BackupError code) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
                super.replaceInPlace(staged, lastLook, monitor);
                throw staged(code);
            }

            @Override
            public boolean holds(Path copy) throws BackupException {
                throw staged(code);
            }
        });

        BackupException failure = Lifeboat.failure(BackupError.UNKNOWN, () -> lifeboat.restore(backup));

        String saved = lifeboat.service().list().backups().stream()
                .filter(listed ->
                        listed.kind().filter(kind -> kind == BackupKind.SAFETY).isPresent())
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(failure.getMessage()).contains("cannot be read").contains(saved);
        lifeboat.assertNothingStray();
    }

    @Test
    void databaseThatIsNeitherOldNorNewIsCalledThat() throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public void confirmReplaced(Inspection expected) throws BackupException {
                execute(database, "UPDATE t SET x = 'somebody else'", "INSERT INTO t VALUES (2)");
                super.confirmReplaced(expected);
            }
        });

        BackupException failure = Lifeboat.failure(BackupError.UNKNOWN, () -> lifeboat.restore(backup));

        assertThat(failure.getMessage())
                .contains("neither the old nor the restored one")
                .contains("safety_backup_");
        assertThat(data()).isEqualTo("somebody else");
    }

    @Test
    void failureOfTheRenamingLeavesTheOldFiles() throws Exception {
        Bytes.write(database, 0, Bytes.random(1, 100));
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public void requireExclusive() {
                make(() -> Files.createFile(folder.resolve(".app.db.intent-new")));
            }
        });
        FileState before = FileState.of(database);

        BackupException failure = Lifeboat.failure(BackupError.RESTORE_FAILED, () -> lifeboat.restore(backup));

        assertThat(failure.getMessage()).contains("as it was before");
        assertThat(FileState.of(database)).isEqualTo(before);
        lifeboat.assertNothingStray();
    }

    @Test
    void failureBeforeAnythingIsReplacedSaysThatTheOldDataIsThere() throws Exception {
        Bytes.write(database, 0, Bytes.random(1, 100));
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public void requireExclusive() {
                make(() -> Files.delete(folder.resolve(stagedFile())));
            }
        });
        FileState before = FileState.of(database);

        BackupException failure = Lifeboat.failure(BackupError.RESTORE_FAILED, () -> lifeboat.restore(backup));

        assertThat(failure.getMessage()).contains("as it was before");
        assertThat(FileState.of(database)).isEqualTo(before);
        assertThat(lifeboat.service().list().preserved()).isEmpty();
        lifeboat.assertNothingStray();
    }

    @Test
    void leftoverThatCannotBeRemovedIsAWarning() throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public void confirmReplaced(Inspection expected) {
                make(() -> {
                    Path staged = folder.resolve(stagedFile());
                    Files.delete(staged);
                    Files.createDirectories(staged.resolve("not empty"));
                });
            }
        });

        RestoreResult result = lifeboat.restore(backup);

        assertThat(result.warnings()).extracting(Message::key).containsExactly("warning.cleanup-after");
        assertThat(data()).isEqualTo("restored");
    }

    private String data() throws SQLException {
        return Sql.value(database, "SELECT x FROM t LIMIT 1");
    }

    private String stagedFile() throws IOException {
        return Lifeboat.files(folder).stream()
                .filter(name -> name.contains(".staged-"))
                .findFirst()
                .orElseThrow();
    }

    /** A change of files in the middle of a restore. */
    private interface FileChange {
        void make() throws IOException;
    }

    private static void make(FileChange change) {
        try {
            change.make();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BackupException staged(BackupError code) {
        return new BackupException(code, Message.literal("staged by the test"));
    }

    private static void execute(Path database, String... statements) {
        try {
            Sql.run(database, statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(String.join("; ", List.of(statements)), failure);
        }
    }

    /** Somebody else commits right after each of the first copies. */
    private final class CommitsAfterCopies extends StagedEngine {
        private final int commits;
        private int copies;

        private CommitsAfterCopies(DatabaseEngine engine, int commits) {
            super(engine);
            this.commits = commits;
        }

        @Override
        void copied(Path copy) {
            copies++;
            if (copies <= commits) {
                execute(database, "UPDATE t SET x = 'commit " + copies + "'");
            }
        }
    }
}
