package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.spi.SimulatedDisk.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, stopped at every single change it makes to the disk. */
class ServiceCrashTest {
    private static final Set<String> ALL = Set.of(PlainWorld.OLDEST, PlainWorld.OLDER, PlainWorld.RECENT);

    @TempDir(factory = InMemory.class)
    Path temporary;

    /** An operation and what it may change. */
    enum Act {
        CREATE(false),
        DELETE(false),
        CLEAN_UP(false),
        ANNOTATE(false),
        VERIFY(false),
        RESTORE_IN_PLACE(true),
        RESTORE_BY_RENAME(true);

        private final boolean restores;

        Act(boolean restores) {
            this.restores = restores;
        }

        /** Does it; returns the backup that success promises, if it promises one. */
        private String perform(PlainWorld world) throws BackupException {
            switch (this) {
                case CREATE -> {
                    return world.service()
                            .create(CreateRequest.manual("test"), ProgressListener.NONE)
                            .name();
                }
                case DELETE -> world.service().delete(PlainWorld.OLDEST);
                case CLEAN_UP -> {
                    CleanupPlan plan = world.service().planCleanup(RetentionPolicy.DEFAULT);
                    world.service().cleanUp(plan, ProgressListener.NONE);
                }
                case ANNOTATE -> world.service().annotate(PlainWorld.OLDEST, "kept");
                case VERIFY -> world.service().verify(PlainWorld.OLDEST, ProgressListener.NONE);
                case RESTORE_IN_PLACE, RESTORE_BY_RENAME ->
                    world.service().restore(RestoreRequest.of(PlainWorld.OLDEST), ProgressListener.NONE);
            }
            return PlainWorld.RECENT;
        }

        /** Whether it replaces the live data with number 7. */
        boolean restores() {
            return restores;
        }

        /** The backups that it must leave alone. */
        Set<String> whole() {
            return switch (this) {
                case DELETE -> Set.of(PlainWorld.OLDER, PlainWorld.RECENT);
                case CLEAN_UP -> Set.of(PlainWorld.RECENT);
                default -> ALL;
            };
        }
    }

    static Stream<Arguments> cases() {
        return Stream.concat(
                Stream.of(Act.CREATE, Act.DELETE, Act.CLEAN_UP, Act.ANNOTATE, Act.VERIFY)
                        .flatMap(act -> Stream.of(PlainWorld.Base.CLEAN, PlainWorld.Base.HOT_LOG)
                                .map(base -> Arguments.of(act, base))),
                Stream.concat(
                        Stream.of(Arguments.of(Act.RESTORE_IN_PLACE, PlainWorld.Base.CLEAN)),
                        Arrays.stream(PlainWorld.Base.values())
                                .map(base -> Arguments.of(Act.RESTORE_BY_RENAME, base))));
    }

    /** Those of the cases that go different ways; the others differ in details and are run with the long tests. */
    static Stream<Arguments> differentCases() {
        return Stream.of(
                Arguments.of(Act.CREATE, PlainWorld.Base.CLEAN),
                Arguments.of(Act.DELETE, PlainWorld.Base.CLEAN),
                Arguments.of(Act.CLEAN_UP, PlainWorld.Base.CLEAN),
                Arguments.of(Act.RESTORE_IN_PLACE, PlainWorld.Base.CLEAN),
                Arguments.of(Act.RESTORE_BY_RENAME, PlainWorld.Base.HOT_LOG));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void killedAtAnyChangeNothingIsLost(Act act, PlainWorld.Base base) throws Exception {
        for (Fault fault : List.of(Fault.KILL, Fault.TORN_WRITE)) {
            for (int operation = 1; ; operation++) {
                PlainWorld world = world(act, base);
                Set<String> whole = new HashSet<>(act.whole());
                boolean survived = run(world, act, fault, operation, whole);
                recoverAndCheck(world, act, whole, fault + " at " + operation);
                if (survived) {
                    break;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("differentCases")
    void recoveryKilledAtAnyChangeEndsInTheSameState(Act act, PlainWorld.Base base) throws Exception {
        killRecoveryAtAnyChange(act, base);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("long")
    void recoveryKilledAtAnyChangeEndsInTheSameStateFromAnyBase(Act act, PlainWorld.Base base) throws Exception {
        killRecoveryAtAnyChange(act, base);
    }

    private void killRecoveryAtAnyChange(Act act, PlainWorld.Base base) throws Exception {
        for (int operation = 1; ; operation++) {
            for (int second = 1; ; second++) {
                PlainWorld world = world(act, base);
                Set<String> whole = new HashSet<>(act.whole());
                boolean survived = run(world, act, Fault.KILL, operation, whole);
                if (survived) {
                    return;
                }
                world.disk().arm(Fault.KILL, second);
                boolean recovered = recover(world);
                recoverAndCheck(world, act, whole, "kill at " + operation + ", recovery killed at " + second);
                if (recovered) {
                    break;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void failingAtAnyChangeTheReportIsTrue(Act act, PlainWorld.Base base) throws Exception {
        for (Fault fault : List.of(Fault.FAIL_ONCE, Fault.FULL_FROM_HERE)) {
            for (int operation = 1; ; operation++) {
                PlainWorld world = world(act, base);
                world.disk().arm(fault, operation);
                Set<String> whole = new HashSet<>(act.whole());
                String report = "success";
                try {
                    whole.add(act.perform(world));
                } catch (BackupException failure) {
                    report = failure.error() == BackupError.UNKNOWN ? "unknown" : "failure";
                }
                boolean reached = world.disk().log().size() >= operation;
                String where =
                        fault + " at " + operation + " of " + world.disk().log() + ": " + report;
                world.disk().disarm();
                checkReport(world, act, report, where);
                recoverAndCheck(world, act, whole, where);
                if (!reached) {
                    break;
                }
            }
        }
    }

    private static void checkReport(PlainWorld world, Act act, String report, String where) throws IOException {
        if (act.restores && report.equals("success")) {
            assertThat(world.live()).as(where).isEqualTo("7");
        } else if (report.equals("failure") || !act.restores) {
            assertThat(world.live()).as(where).isEqualTo(world.old());
        }
    }

    private static void recoverAndCheck(PlainWorld world, Act act, Set<String> whole, String where) {
        List<String> log = world.disk().log();
        world.disk().disarm();
        try {
            world.recoverAndCheck(act.restores ? "7" : world.old(), whole);
        } catch (Exception | AssertionError broken) {
            fail(where + " " + log, broken);
        }
    }

    /** Does it until it is killed; whether it was not. */
    static boolean run(PlainWorld world, Act act, Fault fault, int operation, Set<String> whole)
            throws BackupException {
        world.disk().arm(fault, operation);
        try {
            whole.add(act.perform(world));
            return true;
        } catch (SimulatedCrash killed) {
            return false;
        }
    }

    /** Recovers until that is killed; whether it was not. */
    static boolean recover(PlainWorld world) throws BackupException {
        try {
            world.service().recover();
            return true;
        } catch (SimulatedCrash killed) {
            return false;
        }
    }

    private PlainWorld world(Act act, PlainWorld.Base base) throws IOException {
        return PlainWorld.in(temporary.resolve("world"), base, act == Act.RESTORE_IN_PLACE);
    }
}
