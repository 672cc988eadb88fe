package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that the system has made read-only, as it does after errors; and one that only deleting can help. */
class ReadOnlyDiskIT {
    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private Path disk;
    private Path database;

    @BeforeEach
    void mountADiskWithABackup() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()), "only root can mount a disk");
        database = Generations.create(disk.resolve("app.db"), 3, 4096, "DELETE");
        assertThat(order("create", "")).startsWith("done");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "restore", "delete", "recover"})
    void whatWouldChangeItIsRefusedAndWorksAgainLater(String operation) throws Exception {
        String name = Lifeboat.on(database).names().get(0);
        if (operation.equals("delete")) {
            assertThat(order("create", "")).startsWith("done");
        }
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
        Map<String, FileState> before = files();

        String refusal = order(operation, operation.equals("create") ? "" : name);

        assertThat(refusal).startsWith("failed PERMISSION_DENIED");
        assertThat(files()).isEqualTo(before);
        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        assertThat(order(operation, operation.equals("create") ? "" : name)).startsWith("done");
    }

    @Test
    void whatIsThereCanStillBeListedAndVerified() throws Exception {
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();

        Backup backup = Lifeboat.on(database).service().list().backups().get(0);
        Verification outcome = Lifeboat.on(database).verify(backup);

        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(outcome).isInstanceOf(Verification.Intact.class);
        assertThat(outcome.warnings()).hasSize(1);
    }

    @Test
    void cleanUpAndRecoveryWorkWithoutAFreeByte() throws Exception {
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(40)), ZoneOffset.UTC);
        Lifeboat lifeboat = Lifeboat.on(Lifeboat.on(database).configuration().withClock(later));
        lifeboat.create();
        Files.writeString(disk.resolve("backups/.tmp-left"), "left by a crash");
        fill();

        CleanupResult result = lifeboat.service()
                .cleanUp(lifeboat.service().planCleanup(RetentionPolicy.DEFAULT), ProgressListener.NONE);

        assertThat(result.deleted()).hasSize(1);
        assertThat(result.failed()).isEmpty();
        fill();
        assertThat(lifeboat.service().recover().state()).isEqualTo(DatabaseState.CLEAN);
        lifeboat.assertNothingStray();
    }

    private void fill() throws IOException {
        try (var out = Files.newOutputStream(disk.resolve("filler" + System.nanoTime()))) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(disk.toFile().getUsableSpace()).isZero();
        }
    }

    /** In another process, because an open lock file keeps a disk from being made read-only. */
    private String order(String operation, String name) throws Exception {
        try (OtherLifeboat process = OtherLifeboat.start(temporary)) {
            process.awaitReady().order(database, operation, name);
            process.awaitEnd();
            return process.answer().orElse("");
        }
    }

    private Map<String, FileState> files() throws IOException {
        Map<String, FileState> states = new TreeMap<>();
        try (Stream<Path> all = Files.walk(disk)) {
            all.forEach(file -> states.put(file.toString(), FileState.of(file)));
        }
        return states;
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
