package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists while somebody else changes the folder. */
class CatalogTest {
    @TempDir(factory = InMemory.class)
    Path temporary;

    @Test
    void whatIsDeletedWhileItIsLookedAtIsNotListed() throws Exception {
        PlainWorld world = PlainWorld.in(temporary.resolve("world"), PlainWorld.Base.CLEAN, true);
        world.disk().beforeLooking(path -> {
            if (path.endsWith(PlainWorld.OLDER + ".json")) {
                delete(path.resolveSibling(PlainWorld.OLDER));
                delete(path);
            }
        });

        assertThat(world.service().list().backups())
                .extracting(Backup::name)
                .containsExactly(PlainWorld.RECENT, PlainWorld.OLDEST);
    }

    @Test
    void aBackupWhoseRecordIsGoneIsListedAsUnverified() throws Exception {
        PlainWorld world = PlainWorld.in(temporary.resolve("world"), PlainWorld.Base.CLEAN, true);
        delete(temporary.resolve("world/backups").resolve(PlainWorld.OLDER + ".json"));

        assertThat(world.service().list().backups())
                .filteredOn(backup -> backup.state() == BackupState.UNVERIFIED)
                .extracting(Backup::name)
                .containsExactly(PlainWorld.OLDER);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
