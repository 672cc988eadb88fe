package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.ReturnPoint;
import dev.lifeboat.backup.spi.SimulatedDisk.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a migration relies on: the backup to go back to is known whatever happens, and gone back to only when wanted.
 */
class ReturnPointTest {
    private static final Set<String> ALL = Set.of(PlainWorld.OLDEST, PlainWorld.OLDER, PlainWorld.RECENT);
    private static final String TARGET = PlainWorld.OLDEST;
    private static final String TARGET_DATA = "7";

    @TempDir(factory = InMemory.class)
    Path temporary;

    private PlainWorld world;

    @BeforeEach
    void buildWorld() throws IOException {
        world = world(PlainWorld.Base.CLEAN, true);
    }

    @Test
    void liftedPointIsGone() throws Exception {
        ReturnPoint point = world.service().setReturnPoint(TARGET);
        assertThat(point.backup()).isEqualTo(TARGET);
        assertThat(hidden()).isNotEmpty();

        point.lift();
        point.lift();

        assertThat(hidden()).isEmpty();
        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(world.live()).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(PlainWorld.Base.class)
    void goingBackBringsTheDataBackWithoutASafetyBackup(PlainWorld.Base base) throws Exception {
        world = world(base, false);
        ReturnPoint point = world.service().setReturnPoint(TARGET);

        RecoveryResult result = point.goBack(ProgressListener.NONE);

        assertThat(result.state()).isEqualTo(DatabaseState.OLD);
        assertThat(result.actions()).extracting(Message::key).containsExactly("recovered.returned");
        assertThat(world.live()).isEqualTo(TARGET_DATA);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(world.service().list().preserved()).isEmpty();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void olderPreMigrationBackupsOfTheSameDataAreRemovedAndNoOthers() throws Exception {
        Backup manual = create(BackupKind.MANUAL);
        Backup older = create(BackupKind.PRE_MIGRATION);
        Files.write(world.database(), PlainFile.main(3));
        Backup ofOtherData = create(BackupKind.PRE_MIGRATION);
        Files.write(world.database(), PlainFile.main(2));
        Backup newest = create(BackupKind.PRE_MIGRATION);
        ReturnPoint point = world.service().setReturnPoint(newest.name());
        Files.write(world.database(), PlainFile.main(4));

        RecoveryResult result = point.goBack(ProgressListener.NONE);

        assertThat(world.live()).isEqualTo("2");
        assertThat(names())
                .contains(manual.name(), ofOtherData.name(), newest.name())
                .doesNotContain(older.name());
        assertThat(result.actions())
                .extracting(Message::key)
                .containsExactly("recovered.returned", "recovered.same-removed");
    }

    @Test
    void aLivingProcessIsLeftAlone() throws Exception {
        ReturnPoint point = world.service().setReturnPoint(TARGET);

        RecoveryResult result = world.service().recover();

        assertThat(result.state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(world.live()).isEqualTo("2");
        assertRefused(BackupError.OPERATION_IN_PROGRESS, () -> world.service().setReturnPoint(PlainWorld.RECENT));
        point.lift();
    }

    @Test
    void onlyAVerifiedBackupServes() throws Exception {
        Files.delete(SidecarFile.pathOf(world.folder().resolve(TARGET)));

        assertRefused(BackupError.INTEGRITY_FAILED, () -> world.service().setReturnPoint(TARGET));
        assertRefused(BackupError.INVALID_NAME, () -> world.service().setReturnPoint("../app.db"));
        assertRefused(
                BackupError.BACKUP_NOT_FOUND, () -> world.service().setReturnPoint("backup_2020-01-01_00-00-00.db"));
        assertThat(hidden()).isEmpty();
    }

    @Test
    void whatADeadProcessLeftIsNotOverwritten() throws Exception {
        leaveMark(TARGET);

        assertRefused(BackupError.DATABASE_DAMAGED, () -> world.service().setReturnPoint(PlainWorld.RECENT));

        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.OLD);
        assertThat(world.live()).isEqualTo(TARGET_DATA);
    }

    @Test
    void withoutAWayBackAPersonChooses() throws Exception {
        leaveMark(TARGET);
        Files.write(world.folder().resolve(TARGET), PlainFile.main(1));

        RecoveryResult result = world.service().recover();

        assertThat(result.state()).isEqualTo(DatabaseState.NEITHER);
        assertThat(result.actions()).extracting(Message::key).containsExactly("recovered.return-failed");
        assertThat(world.live()).isEqualTo("2");
        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.NEITHER);

        world.service().restore(RestoreRequest.of(PlainWorld.RECENT), ProgressListener.NONE);

        assertThat(world.live()).isEqualTo("9");
        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.CLEAN);
        assertThat(world.live()).isEqualTo("9");
    }

    @Test
    void anotherBackupOfTheNameIsNotTakenForIt() throws Exception {
        leaveMark(TARGET);
        Path target = world.folder().resolve(TARGET);
        Path other = world.folder().resolve(PlainWorld.OLDER);
        Files.write(target, Files.readAllBytes(other));
        Files.writeString(
                SidecarFile.pathOf(target),
                Files.readString(SidecarFile.pathOf(other)).replace(PlainWorld.OLDER, TARGET));

        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.NEITHER);
        assertThat(world.live()).isEqualTo("2");
    }

    @Test
    void garbageInPlaceOfAMarkIsSaid() throws Exception {
        Files.writeString(new SwapFiles(live()).returnMark(), "format=2");

        assertThat(world.service().recover().state()).isEqualTo(DatabaseState.NEITHER);
        assertThat(world.live()).isEqualTo("2");
    }

    static Stream<Arguments> places() {
        return Stream.concat(
                Stream.of(Arguments.of(PlainWorld.Base.CLEAN, true)),
                Stream.of(PlainWorld.Base.values()).map(base -> Arguments.of(base, false)));
    }

    @ParameterizedTest
    @MethodSource("places")
    void theWayBackAfterACrashKilledAtAnyChangeEndsThere(PlainWorld.Base base, boolean inPlace) throws Exception {
        for (int operation = 1; ; operation++) {
            world = world(base, inPlace);
            leaveMark(TARGET);
            world.disk().arm(Fault.KILL, operation);
            boolean recovered = ServiceCrashTest.recover(world);
            world.disk().disarm();
            world.service().recover();
            checkBack("killed at " + operation);
            if (recovered) {
                break;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void theWayBackThatFailsAtAnyChangeIsFoundByTheNextStart(PlainWorld.Base base, boolean inPlace) throws Exception {
        for (Fault fault : List.of(Fault.FAIL_ONCE, Fault.FULL_FROM_HERE)) {
            for (int operation = 1; ; operation++) {
                world = world(base, inPlace);
                leaveMark(TARGET);
                world.disk().arm(fault, operation);
                DatabaseState state = recoverOrFail();
                boolean reached = world.disk().log().size() >= operation;
                world.disk().disarm();
                if (state == DatabaseState.OLD) {
                    assertThat(world.live()).as(fault + " at " + operation).isEqualTo(TARGET_DATA);
                }
                world.service().recover();
                checkBack(fault + " at " + operation);
                if (!reached) {
                    break;
                }
            }
        }
    }

    private DatabaseState recoverOrFail() {
        try {
            return world.service().recover().state();
        } catch (BackupException failure) {
            return DatabaseState.NEITHER;
        }
    }

    private void checkBack(String where) {
        try {
            assertThat(world.live()).isEqualTo(TARGET_DATA);
            assertThat(names()).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(hidden()).isEmpty();
            assertThat(world.service().recover().actions()).isEmpty();
        } catch (Exception | AssertionError broken) {
            fail(where + " " + world.disk().log(), broken);
        }
    }

    /** What a process leaves that set a return point and died. */
    private void leaveMark(String backup) throws IOException {
        String sha256 = Checksum.of(world.folder().resolve(backup), Monitor.NONE);
        Files.write(new SwapFiles(live()).returnMark(), new ReturnMark(backup, sha256).encode());
    }

    private DatabaseFiles live() {
        return DatabaseFiles.of(world.database(), new PlainEngine(world.database(), true));
    }

    private List<String> hidden() throws IOException {
        try (Stream<Path> beside = Files.list(world.database().getParent())) {
            return beside.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    private List<String> names() throws BackupException {
        return world.service().list().backups().stream().map(Backup::name).toList();
    }

    private Backup create(BackupKind kind) throws BackupException {
        return world.service().create(new CreateRequest(kind, "test", ""), ProgressListener.NONE);
    }

    private static void assertRefused(BackupError error, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private PlainWorld world(PlainWorld.Base base, boolean inPlace) throws IOException {
        return PlainWorld.in(temporary.resolve("world"), base, inPlace);
    }
}
