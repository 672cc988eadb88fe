package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.spi.DatabaseEngine;
import dev.lifeboat.backup.spi.FolderBackupService;
import dev.lifeboat.backup.spi.Inspection;
import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, or fills up at the worst moment: nothing is lost, nothing half-written stays, and both sizes are
 * said.
 */
class FullDiskIT {
    private static final int ROOM_KILOBYTES = 9000;
    private static final String ROWS =
            "INSERT INTO t " + DatabaseKind.numbers(300) + "SELECT i, randomblob(3000) FROM n";

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + ROOM_KILOBYTES + "k", "tmpfs", disk.toString());
        assumeTrue(mounted, "only root can mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void createSaysHowMuchItNeedsAndHowMuchThereIs() throws Exception {
        Path database = database(folder, "DELETE");
        leaveKilobytes(1000);
        Lifeboat lifeboat = Lifeboat.on(BackupConfiguration.of(database).withFolder(disk.resolve("backups")));

        BackupException failure = Lifeboat.failure(BackupError.INSUFFICIENT_SPACE, lifeboat::create);

        assertThat(failure.message(Locale.ENGLISH))
                .containsPattern("needs [0-9.]+ MB of free space")
                .containsPattern("only 1(\\.[0-9])? MB is available");
        assertThat(disk.resolve("backups")).doesNotExist();
    }

    @Test
    void diskThatFillsUpDuringTheCopyLeavesNothing() throws Exception {
        Path database = database(folder, "WAL");
        Path backups = disk.resolve("backups");
        Lifeboat lifeboat =
                withEngine(BackupConfiguration.of(database).withFolder(backups), engine -> new StagedEngine(engine) {
                    @Override
                    void copying() {
                        fill();
                    }
                });
        Map<String, FileState> before = FileState.ofDatabase(database);

        BackupException failure = Lifeboat.failure(BackupError.INSUFFICIENT_SPACE, lifeboat::create);

        assertThat(failure.message(Locale.ENGLISH)).contains("filled up").contains("available");
        assertThat(Lifeboat.files(backups)).containsExactly("lifeboat.lock");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void diskThatFillsUpBeforeTheRecordIsWrittenLeavesNothing() throws Exception {
        Path database = database(folder, "WAL");
        Path backups = disk.resolve("backups");
        Lifeboat lifeboat =
                withEngine(BackupConfiguration.of(database).withFolder(backups), engine -> new StagedEngine(engine) {
                    @Override
                    public Inspection inspect(Path copy, Executor workers, Monitor monitor) throws BackupException {
                        Inspection inspection = super.inspect(copy, workers, monitor);
                        fill();
                        return inspection;
                    }
                });

        Lifeboat.failure(BackupError.INSUFFICIENT_SPACE, lifeboat::create);

        assertThat(Lifeboat.files(backups)).containsExactly("lifeboat.lock");
    }

    @Test
    void restoreWithoutRoomForTheSafetyBackupIsRefused() throws Exception {
        Path database = database(disk, "WAL");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Sql.run(database, "UPDATE t SET x = 'live' WHERE i = 1");
        leaveKilobytes(1500);
        Map<String, FileState> before = FileState.ofDatabase(database);

        Lifeboat.failure(BackupError.INSUFFICIENT_SPACE, () -> lifeboat.restore(backup));

        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(lifeboat.names()).containsExactly(backup.name());
        lifeboat.assertNothingStray();
    }

    @Test
    void diskThatFillsUpWhileTheSafetyBackupIsMadeLeavesTheLiveData() throws Exception {
        Path database = database(disk, "WAL");
        Backup backup = Lifeboat.on(database).create();
        Sql.run(database, "UPDATE t SET x = 'live' WHERE i = 1");
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            void copying() {
                fill();
            }
        });
        FileState before = FileState.of(database);

        Lifeboat.failure(BackupError.INSUFFICIENT_SPACE, () -> lifeboat.restore(backup));

        assertThat(FileState.of(database)).isEqualTo(before);
        assertThat(lifeboat.names()).containsExactly(backup.name());
        lifeboat.assertNothingStray();
    }

    @Test
    void restoreWithoutRoomForTheLogRenamesInstead() throws Exception {
        assertRestoredAlthoughTheDiskFills("WAL");
    }

    @Test
    void restoreWithoutRoomForTheJournalRenamesInstead() throws Exception {
        assertRestoredAlthoughTheDiskFills("DELETE");
    }

    private void assertRestoredAlthoughTheDiskFills(String mode) throws Exception {
        Path database = database(disk, mode);
        DatabaseContent good = DatabaseContent.of(database);
        Backup backup = Lifeboat.on(database).create();
        Sql.run(database, "UPDATE t SET x = randomblob(3000)");
        Lifeboat lifeboat = Lifeboat.on(database, engine -> new StagedEngine(engine) {
            @Override
            public boolean replaceInPlace(Path staged, LastLook lastLook, Monitor monitor) throws BackupException {
                fill();
                return super.replaceInPlace(staged, lastLook, monitor);
            }

            @Override
            public void requireExclusive() throws BackupException {
                super.requireExclusive();
                leaveKilobytes(100);
            }
        });

        RestoreResult result = lifeboat.restore(backup);

        assertThat(DatabaseContent.of(database)).isEqualTo(good);
        assertThat(Lifeboat.on(database)
                        .verify(result.safetyBackup().orElseThrow())
                        .name())
                .isNotEmpty();
        lifeboat.assertNothingStray();
    }

    private Lifeboat withEngine(BackupConfiguration configuration, UnaryOperator<DatabaseEngine> wrapper) {
        return new Lifeboat(
                configuration,
                new FolderBackupService(
                        configuration, wrapper.apply(new SqliteEngine(configuration)), new JsonSidecarFormat()));
    }

    private static Path database(Path where, String mode) throws Exception {
        return Sql.run(
                where.resolve("app.db"),
                "PRAGMA journal_mode = " + mode,
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x)",
                ROWS);
    }

    private void fill() {
        leaveKilobytes(0);
    }

    private void leaveKilobytes(long kilobytes) {
        try {
            Path filler = disk.resolve("filler");
            long size = Files.exists(filler) ? Files.size(filler) : 0;
            Files.write(filler, new byte[(int) Math.max(0, size + disk.toFile().getUsableSpace() - kilobytes * 1024)]);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
