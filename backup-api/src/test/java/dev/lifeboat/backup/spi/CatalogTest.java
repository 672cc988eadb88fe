package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists while somebody else changes the folder. */
class CatalogTest {
    private static final int HUNDREDS = 450;

    @TempDir(factory = InMemory.class)
    Path temporary;

    @Test
    void whatIsDeletedWhileItIsLookedAtIsNotListed() throws Exception {
        PlainWorld world = PlainWorld.in(temporary.resolve("world"), PlainWorld.Base.CLEAN, true);
        world.disk().beforeLooking(path -> {
            if (path.endsWith(PlainWorld.OLDER + ".json")) {
                Files.delete(path.resolveSibling(PlainWorld.OLDER));
                Files.delete(path);
            }
        });

        assertThat(world.service().list().backups())
                .extracting(Backup::name)
                .containsExactly(PlainWorld.RECENT, PlainWorld.OLDEST);
    }

    @Test
    void aBackupWhoseRecordIsGoneIsListedAsUnverified() throws Exception {
        PlainWorld world = PlainWorld.in(temporary.resolve("world"), PlainWorld.Base.CLEAN, true);
        Files.delete(temporary.resolve("world/backups").resolve(PlainWorld.OLDER + ".json"));

        assertThat(world.service().list().backups())
                .filteredOn(backup -> backup.state() == BackupState.UNVERIFIED)
                .extracting(Backup::name)
                .containsExactly(PlainWorld.OLDER);
    }

    @Test
    void hundredsAreReadByManyThreadsAndListedNewestFirst() throws Exception {
        PlainWorld world = worldOfHundreds();

        List<Backup> backups = world.service().list().backups();

        assertThat(backups)
                .hasSize(HUNDREDS + 3)
                .isSortedAccordingTo(Backup.OLDEST_FIRST.reversed())
                .allSatisfy(backup -> assertThat(backup.state()).isEqualTo(BackupState.VERIFIED))
                .extracting(Backup::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRecordAmongHundredsThatCannotBeReadIsAnErrorAndNoShorterList() throws Exception {
        PlainWorld world = worldOfHundreds();
        for (String unreadable : List.of(nameOf(0), nameOf(HUNDREDS / 2), nameOf(HUNDREDS - 1))) {
            world.disk().beforeLooking(path -> {
                if (path.endsWith(unreadable + ".json")) {
                    throw new IOException("the disk is broken");
                }
            });

            assertThatExceptionOfType(BackupException.class)
                    .isThrownBy(() -> world.service().list())
                    .withMessageContaining("the disk is broken");
        }
    }

    @Test
    void aFolderThatGoesAtAnyMomentIsAListOrMissing() throws Exception {
        List<Integer> missing = new ArrayList<>();
        boolean stillThere = false;
        for (int moment = 1; !stillThere; moment++) {
            PlainWorld world = PlainWorld.in(temporary.resolve("world " + moment), PlainWorld.Base.CLEAN, true);
            Path folder = temporary.resolve("world " + moment + "/backups");
            AtomicInteger looks = new AtomicInteger(-moment);
            world.disk().beforeLooking(path -> {
                if (looks.incrementAndGet() == 0) {
                    Files.move(folder, folder.resolveSibling("moved"));
                }
            });
            try {
                world.service().list();
            } catch (BackupException failure) {
                assertThat(failure.error()).isEqualTo(BackupError.DIRECTORY_NOT_FOUND);
                missing.add(moment);
            }
            stillThere = Files.exists(folder);
        }
        assertThat(missing).hasSizeGreaterThan(1);
    }

    @Test
    void afterAFailureNobodyReadsOn() throws Exception {
        PlainWorld world = worldOfHundreds();
        Thread lister = Thread.currentThread();
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger looksOfOthers = new AtomicInteger();
        world.disk().beforeLooking(path -> {
            if (Thread.currentThread() != lister) {
                looksOfOthers.incrementAndGet();
                await(failed);
            } else if (path.toString().endsWith(".db.json")) {
                failed.countDown();
                throw new IOException("the disk is broken");
            }
        });

        assertThatExceptionOfType(BackupException.class)
                .isThrownBy(() -> world.service().list());

        assertThat(looksOfOthers).hasValueLessThan(HUNDREDS);
    }

    /** Waits, and is slow afterwards, so that whoever fails has the time to say so. */
    private static void await(CountDownLatch failed) {
        try {
            failed.await();
            Thread.sleep(10);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hundredsAreListedWhileAllOtherThreadsAreBusy() throws Exception {
        PlainWorld world = worldOfHundreds();
        CountDownLatch listed = new CountDownLatch(1);
        ForkJoinPool shared = ForkJoinPool.commonPool();
        List<ForkJoinTask<?>> busy = new ArrayList<>();
        for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
            busy.add(shared.submit(() -> listed.await(50, TimeUnit.SECONDS)));
        }
        try {
            assertThat(world.service().list().backups()).hasSize(HUNDREDS + 3);
            assertThat(busy).allSatisfy(task -> assertThat(task.isDone()).isFalse());
        } finally {
            listed.countDown();
            busy.forEach(ForkJoinTask::join);
        }
    }

    private PlainWorld worldOfHundreds() throws IOException {
        Path folder = temporary.resolve("world");
        PlainWorld world = PlainWorld.in(folder, PlainWorld.Base.CLEAN, true);
        for (int i = 0; i < HUNDREDS; i++) {
            PlainWorld.putBackup(folder, nameOf(i), i % 9, timeOf(i).toInstant(ZoneOffset.UTC));
        }
        return world;
    }

    private static String nameOf(int number) {
        return BackupName.of(BackupKind.MANUAL, timeOf(number), 1).fileName();
    }

    /** Not in the order of their numbers. */
    private static LocalDateTime timeOf(int number) {
        return LocalDateTime.of(2025, 1, 1, 0, 0).plusHours(number * 7L % HUNDREDS);
    }
}
