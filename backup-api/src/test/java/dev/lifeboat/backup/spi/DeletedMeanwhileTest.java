package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A backup that somebody deletes in any moment between two looks of an operation at it: gone, never damaged. */
class DeletedMeanwhileTest {
    private static final String BACKUP = PlainWorld.OLDER;

    @TempDir(factory = InMemory.class)
    Path temporary;

    /** What is done with the backup, and what its success must say. */
    enum Act {
        SHOW,
        LIST,
        VERIFY,
        PREVIEW,
        ANNOTATE,
        DELETE,
        RESTORE;

        private void perform(BackupService service) throws BackupException {
            switch (this) {
                case SHOW -> assertThat(service.show(BACKUP).remarks()).isEmpty();
                case LIST ->
                    assertThat(service.list().backups())
                            .allSatisfy(backup -> assertThat(backup.remarks()).isEmpty());
                case VERIFY ->
                    assertThat(service.verify(BACKUP, ProgressListener.NONE)).isInstanceOf(Verification.Intact.class);
                case PREVIEW -> {
                    RestorePreview preview = service.preview(RestoreRequest.of(BACKUP));
                    if (preview.refusal().isPresent()) {
                        throw preview.refusal().get();
                    }
                }
                case ANNOTATE -> service.annotate(BACKUP, "kept");
                case DELETE -> service.delete(BACKUP);
                case RESTORE -> service.restore(RestoreRequest.of(BACKUP), ProgressListener.NONE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void isSaidToBeGone(Act act) throws Exception {
        int moment = 0;
        AtomicInteger looks = new AtomicInteger();
        do {
            moment++;
            looks.set(0);
            PlainWorld world = PlainWorld.in(temporary.resolve("world"), PlainWorld.Base.CLEAN, true);
            deleteAtLook(moment, looks, world);

            BackupException failure = catchThrowableOfType(BackupException.class, () -> act.perform(world.service()));

            if (failure != null) {
                assertThat(failure.error())
                        .as("%s, deleted at look %d: %s", act, moment, failure)
                        .isEqualTo(BackupError.BACKUP_NOT_FOUND);
            }
            assertThat(world.live()).isIn(world.old(), act == Act.RESTORE && failure == null ? "8" : world.old());
        } while (looks.get() > moment);
        assertThat(moment).as("looks").isGreaterThan(3);
    }

    private void deleteAtLook(int moment, AtomicInteger looks, PlainWorld world) {
        Path backup = temporary.resolve("world/backups").resolve(BACKUP);
        world.disk().beforeLooking(path -> {
            if (looks.incrementAndGet() == moment) {
                delete(backup);
                delete(SidecarFile.pathOf(backup));
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
