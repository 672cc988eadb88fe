package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeboat.backup.BackupError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small disk that fills up before or in a migration: the old data is there, and somebody says why. */
@Tag("FR-027")
class FullDiskIT {
    @TempDir
    Path folder;

    private Path disk;
    private Shop shop;
    private Map<String, List<String>> before;

    @BeforeEach
    void anApplicationOnASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()), "only root can mount a disk");
        shop = new Shop(disk).atVersion1();
        shop.run("CREATE TABLE filler AS SELECT randomblob(1000000) AS bytes");
        before = shop.content();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void anUpdateThatFillsTheDiskIsUndone() throws Exception {
        shop.script("V2__cities.sql", Shop.V2);
        shop.script("V3__growing.sql", "CREATE TABLE large AS SELECT randomblob(9000000) AS bytes;");

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).as(Shop.text(outcome)).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(outcome.message(Locale.ENGLISH)).contains("V3__growing.sql", "full", "nothing is lost");
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.files()).containsExactly("backups", "scripts", "shop.db");
    }

    @Test
    void withoutRoomForTheBackupNothingIsMigrated() throws Exception {
        shop.script("V2__cities.sql", Shop.V2);
        try (var filler = Files.newOutputStream(disk.resolve("films"))) {
            byte[] block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(disk.toFile().getUsableSpace()).isZero();
        }

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MigrationOutcome.Blocked.class,
                        blocked -> assertThat(blocked.reason().error()).isEqualTo(BackupError.INSUFFICIENT_SPACE));
        Files.delete(disk.resolve("films"));
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.migrate().isReady()).isTrue();
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
