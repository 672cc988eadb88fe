package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A disk without room: said beforehand where it can be known, and wherever it shows, nothing is changed or left. */
@Tag("FR-027")
@Execution(ExecutionMode.CONCURRENT)
class FullDiskIT {
    private static final long MEGABYTE = 1L << 20;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private Workplace at;
    private Path mountPoint;
    private SmallDisk disk;

    @BeforeEach
    void aDatabaseOnADiskWithRoom(@TempDir Path folder) throws Exception {
        at = new Workplace(Files.createDirectory(folder.resolve("work")));
        mountPoint = Files.createDirectory(folder.resolve("disk"));
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aCreateThatCannotFitIsRefusedWithWhatItNeedsAndWhatThereIs() throws Exception {
        growTo(1);
        disk = SmallDisk.mount(mountPoint, MEGABYTE);
        Map<String, String> before = FolderContent.of(at.folder);

        Result result = lifeboat("create", at.jobs.path(), mountPoint.resolve("backups"));

        assertOutOfSpace(result);
        assertThat(message(result)).containsPattern("needs 2(\\.\\d+)? Mi?B of free space; only [\\d.]+ [KM]i?B is");
        assertThat(FolderContent.of(disk.seen())).isEmpty();
        assertThat(FolderContent.of(at.folder)).isEqualTo(before);
    }

    @Test
    void aDiskWithoutASingleFreeByteIsSaidToBeFull() throws Exception {
        disk = SmallDisk.mount(mountPoint, MEGABYTE);
        disk.fill("films");

        Result result = lifeboat("create", at.jobs.path(), mountPoint.resolve("backups"));

        assertOutOfSpace(result);
        assertThat(FolderContent.of(disk.seen())).containsOnlyKeys("films");
    }

    @Test
    void aFullDiskUnderTheDatabaseDoesNotHinderABackupElsewhere() throws Exception {
        disk = SmallDisk.mount(mountPoint, MEGABYTE);
        Path database = onTheDisk(Path.of(at.jobs.path()));
        disk.fill("films");

        Result elsewhere = lifeboat("create", database.toString(), at.folder.resolve("elsewhere"));
        Result beside = lifeboat("create", database.toString(), mountPoint.resolve("backups"));

        assertThat(elsewhere.exitCode()).as(elsewhere.out()).isZero();
        assertOutOfSpace(beside);
        assertThat(FolderContent.of(disk.seen()))
                .containsEntry("my.db", FolderContent.sha256(Path.of(at.jobs.path())))
                .doesNotContainKey("my.db-journal");
    }

    @Test
    void aDiskThatFillsWhileACreateCopiesLeavesNothingOfIt() throws Exception {
        growTo(60);
        disk = SmallDisk.mount(mountPoint, 130 * MEGABYTE);
        Map<String, String> before = FolderContent.of(at.folder);

        LifeboatProcess create = start("create", at.jobs.path(), mountPoint.resolve("backups"));
        fillOnceThereIs(create, disk.seen().resolve("backups"), ".tmp-");
        Result result = create.end();

        assertOutOfSpace(result);
        assertThat(FolderContent.of(disk.seen())).containsOnlyKeys("films", "backups");
        assertThat(FolderContent.of(at.folder)).isEqualTo(before);
    }

    @Test
    void aRestoreThatCannotBeStagedIsRefusedAndLeavesTheDatabase() throws Exception {
        growTo(1);
        String name = at.create();
        disk = SmallDisk.mount(mountPoint, 2 * MEGABYTE);
        Path database = onTheDisk(Path.of(at.jobs.path()));
        assertRestoreIsRefused(name, database, at.folder.resolve("backups"));
    }

    @Test
    void aRestoreWithoutRoomForTheSafetyBackupIsRefusedAndLeavesTheDatabase() throws Exception {
        growTo(1);
        String name = at.create();
        at.jobs.add("Baker");
        disk = SmallDisk.mount(mountPoint, 2 * MEGABYTE);
        Path backups = mountPoint.resolve("backups");
        Files.createDirectory(disk.seen().resolve("backups"));
        for (String file : new String[] {name, name + ".json"}) {
            Files.copy(at.backup(file), disk.seen().resolve("backups").resolve(file));
        }

        assertRestoreIsRefused(name, Path.of(at.jobs.path()), backups);
    }

    @Test
    void aDiskThatFillsWhileARestoreIsStagedLeavesTheDatabaseAndNothingElse() throws Exception {
        growTo(60);
        String name = at.create();
        disk = SmallDisk.mount(mountPoint, 300 * MEGABYTE);
        Path database = onTheDisk(Path.of(at.jobs.path()));
        Map<String, String> before = FolderContent.of(at.folder);
        String live = FolderContent.sha256(disk.seen().resolve("my.db"));

        LifeboatProcess restore = start("restore", database.toString(), at.folder.resolve("backups"), name, "--yes");
        fillOnceThereIs(restore, disk.seen(), ".my.db.staged-");
        Result result = restore.end();

        assertOutOfSpace(result);
        assertThat(FolderContent.of(disk.seen())).containsEntry("my.db", live).containsOnlyKeys("my.db", "films");
        assertThat(FolderContent.of(at.folder)).isEqualTo(before);
    }

    @Test
    void backupsOnAFullDiskAreListedVerifiedAndDeleted() throws Exception {
        disk = SmallDisk.mount(mountPoint, MEGABYTE);
        String backups = mountPoint.resolve("backups").toString();
        String first = created(backups);
        String second = created(backups);
        disk.fill("films");

        Result list = lifeboat("list", at.jobs.path(), Path.of(backups));
        Result verify = lifeboat("verify", at.jobs.path(), Path.of(backups), first);
        Result delete = lifeboat("delete", at.jobs.path(), Path.of(backups), first, "--yes");

        assertThat(list.json().getAsJsonArray("backups")).hasSize(2);
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.json().get("intact").getAsBoolean()).isTrue();
        assertThat(delete.exitCode()).as(delete.out()).isZero();
        assertThat(FolderContent.of(disk.seen().resolve("backups"))).containsOnlyKeys(second, second + ".json");
    }

    private void assertRestoreIsRefused(String name, Path database, Path backups) throws Exception {
        Map<String, String> work = FolderContent.of(at.folder);
        Map<String, String> small = FolderContent.of(disk.seen());

        Result result = lifeboat("restore", database.toString(), backups, name, "--yes");

        assertOutOfSpace(result);
        assertThat(FolderContent.of(at.folder)).isEqualTo(work);
        assertThat(FolderContent.of(disk.seen())).isEqualTo(small);
    }

    private static void assertOutOfSpace(Result result) {
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(10);
        assertThat(result.errorCode()).isEqualTo("INSUFFICIENT_SPACE");
        assertThat(message(result)).isNotBlank();
        assertThat(result.err()).isEmpty();
    }

    private static String message(Result result) {
        return result.json().getAsJsonObject("error").get("message").getAsString();
    }

    private void growTo(int megabytes) throws Exception {
        at.jobs.execute("CREATE TABLE attachments AS SELECT randomblob(" + megabytes * MEGABYTE + ") AS bytes");
    }

    private Path onTheDisk(Path database) throws IOException {
        Files.copy(database, disk.seen().resolve(database.getFileName()));
        return mountPoint.resolve(database.getFileName());
    }

    private String created(String backups) {
        Result result = lifeboat("create", at.jobs.path(), Path.of(backups));
        assertThat(result.exitCode()).as(result.out()).isZero();
        return result.json().get("name").getAsString();
    }

    private Result lifeboat(String command, String database, Path backups, String... more) {
        return start(command, database, backups, more).end();
    }

    private LifeboatProcess start(String command, String database, Path backups, String... more) {
        String[] words = Stream.concat(
                        Stream.of(command, "--json", "--database", database, "--backups", backups.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return LifeboatProcess.startThrough(disk.wrapper(), LifeboatProcess.modulePath(), words);
    }

    /** Stops the process as soon as such a file is there, takes all space that is left, and lets it go on. */
    private void fillOnceThereIs(LifeboatProcess process, Path folder, String prefix) throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        while (!isThere(folder, prefix)) {
            assertThat(System.nanoTime()).as("no " + prefix + " yet").isLessThan(deadline);
            Thread.sleep(1);
        }
        process.signal("STOP");
        disk.fill("films");
        process.signal("CONT");
    }

    private static boolean isThere(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(prefix));
        }
    }
}
