package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Verification;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pipe that nobody writes into holds up whoever opens it, a device never ends: where a file belongs, both are refused
 * in words, and nothing is waited for.
 */
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has neither in folders")
class SpecialFilesTest {

    @TempDir
    Path folder;

    private Path database;
    private Lifeboat lifeboat;
    private Backup backup;

    @BeforeEach
    void backUp() throws Exception {
        database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)", "INSERT INTO t VALUES ('restored')");
        lifeboat = Lifeboat.on(database);
        backup = lifeboat.create();
        Sql.run(database, "UPDATE t SET x = 'live'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-journal", "-wal", "-shm"})
    void pipeBesideTheDatabaseIsNamed(String suffix) throws Exception {
        Path pipe = pipe(folder.resolve("app.db" + suffix));

        BackupException create = Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
        BackupException restore = Lifeboat.failure(BackupError.RESTORE_FAILED, () -> lifeboat.restore(backup));

        assertThat(List.of(create, restore)).allSatisfy(refusal -> {
            assertThat(refusal.getMessage()).contains(pipe.toString());
            assertThat(refusal.hint(Locale.ENGLISH)).contains("away");
        });
        assertLiveIsUntouchedWithout(pipe);
    }

    /** One that died in the middle of a commit needs its journal. */
    @ParameterizedTest
    @ValueSource(strings = {"-journal", "-wal", "-shm"})
    void circleOfLinksBesideTheDatabaseIsNamed(String suffix) throws Exception {
        Crash.withHotJournal(Files.createDirectory(folder.resolve("crashed")).resolve("app.db"));
        Files.copy(folder.resolve("crashed/app.db"), database, StandardCopyOption.REPLACE_EXISTING);
        Path link = folder.resolve("app.db" + suffix);
        Files.createSymbolicLink(link, link.getFileName());

        BackupException create = Lifeboat.failure(BackupError.DATABASE_DAMAGED, lifeboat::create);
        BackupException restore = Lifeboat.failure(BackupError.RESTORE_FAILED, () -> lifeboat.restore(backup));

        assertThat(List.of(create, restore))
                .allSatisfy(refusal -> assertThat(refusal.getMessage()).contains(link.toString()));
        Files.delete(link);
        lifeboat.restore(backup);
        assertThat(DatabaseContent.of(database).rows()).containsEntry("t", List.of("integer 1 | text restored"));
    }

    @Test
    void pipeInPlaceOfTheDatabaseIsNamed() throws Exception {
        Path away = Files.move(database, folder.resolve("away"));
        Path pipe = pipe(database);

        BackupException refusal = Lifeboat.failure(BackupError.RESTORE_FAILED, () -> lifeboat.restore(backup));

        assertThat(refusal.getMessage()).contains(pipe.toString());
        Files.delete(pipe);
        Files.move(away, database);
        assertThat(DatabaseContent.of(database).rows()).containsEntry("t", live());
    }

    @Test
    void pipeInPlaceOfTheFolderIsNoFolder() throws Exception {
        Path backups = backup.path().getParent();
        Path away = Files.move(backups, folder.resolve("away"));
        Path pipe = pipe(backups);

        Lifeboat.failure(BackupError.DIRECTORY_NOT_FOUND, lifeboat::names);
        BackupException refusal = Lifeboat.failure(BackupError.DIRECTORY_NOT_FOUND, () -> lifeboat.restore(backup));

        assertThat(refusal.getMessage()).contains(pipe.toString());
        Files.delete(pipe);
        Files.move(away, backups);
        assertThat(lifeboat.names()).contains(backup.name());
    }

    @Test
    void circleOfLinksInPlaceOfTheFolderIsNoFolder() throws Exception {
        Path backups = backup.path().getParent();
        Path away = Files.move(backups, folder.resolve("away"));
        Files.createSymbolicLink(backups, backups.getFileName());

        List<BackupException> refusals = List.of(
                Lifeboat.failure(BackupError.DIRECTORY_NOT_FOUND, lifeboat::names),
                Lifeboat.failure(BackupError.DIRECTORY_NOT_FOUND, () -> lifeboat.verify(backup)),
                Lifeboat.failure(BackupError.DIRECTORY_NOT_FOUND, () -> lifeboat.restore(backup)),
                Lifeboat.failure(BackupError.PERMISSION_DENIED, lifeboat::create));

        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.getMessage()).contains(backups.toString()));
        Files.delete(backups);
        Files.move(away, backups);
        assertThat(lifeboat.names()).contains(backup.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"return-point", "return-point-new", "intent", "intent-new"})
    void folderInPlaceOfANoteOfOursIsCleanedAway(String note) throws Exception {
        Path full = Files.createDirectories(folder.resolve(".app.db." + note));
        Files.writeString(full.resolve("file"), "in the way");

        lifeboat.restore(backup);

        assertThat(full).doesNotExist();
        assertThat(DatabaseContent.of(database).rows()).containsEntry("t", List.of("integer 1 | text restored"));
    }

    @Test
    void pipeInPlaceOfTheLockIsNamed() throws Exception {
        Path lock = folder.resolve("app.db.lock");
        Files.deleteIfExists(lock);
        pipe(lock);

        BackupException refusal = Lifeboat.failure(BackupError.PERMISSION_DENIED, lifeboat::create);

        assertThat(refusal.getMessage()).contains(lock.toString());
        assertLiveIsUntouchedWithout(lock);
    }

    @Test
    void pipeInPlaceOfABackupIsNoBackup() throws Exception {
        Files.delete(backup.path());
        pipe(backup.path());

        assertThat(lifeboat.names()).contains(backup.name());
        Lifeboat.failure(BackupError.INTEGRITY_FAILED, () -> lifeboat.restore(backup));
        assertThat(DatabaseContent.of(database).rows()).containsEntry("t", live());
    }

    @Test
    @Timeout(10)
    void fileOfATerabyteInPlaceOfABackupIsNotReadToItsEnd() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(backup.path().toFile(), "rw")) {
            file.setLength(0);
            file.setLength(1L << 40);
        }

        assertThat(lifeboat.verify(backup)).isInstanceOf(Verification.Damaged.class);
    }

    @Test
    void intentThatIsAPipeOrADeviceIsCleanedAway() throws Exception {
        Path intent = folder.resolve(".app.db.intent");

        pipe(intent);
        lifeboat.restore(backup);
        Files.createSymbolicLink(intent, Path.of("/dev/zero"));
        lifeboat.restore(backup);

        assertThat(intent).doesNotExist();
        assertThat(DatabaseContent.of(database).rows()).containsEntry("t", List.of("integer 1 | text restored"));
    }

    private void assertLiveIsUntouchedWithout(Path obstacle) throws Exception {
        Files.delete(obstacle);
        Map<String, List<String>> rows = DatabaseContent.of(database).rows();
        assertThat(rows).containsEntry("t", live());
        lifeboat.restore(backup);
    }

    private static List<String> live() {
        return List.of("integer 1 | text live");
    }

    private static Path pipe(Path path) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }
}
