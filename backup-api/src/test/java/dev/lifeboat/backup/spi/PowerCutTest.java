package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.backup.spi.SimulatedDisk.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, and the recovery after it, with the power cut at every single change: what was not forced survives
 * as it likes.
 */
class PowerCutTest {
    @TempDir(factory = InMemory.class)
    Path temporary;

    private final Set<String> seen = new HashSet<>();

    @ParameterizedTest
    @MethodSource("dev.lifeboat.backup.spi.ServiceCrashTest#cases")
    void afterAPowerCutAtAnyChangeNothingIsLost(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
        for (int operation = 1; ; operation++) {
            PlainWorld world = world(act, base);
            Set<String> whole = new HashSet<>(act.whole());
            boolean finished = ServiceCrashTest.run(world, act, Fault.KILL, operation, whole);
            for (SimulatedPlatter.Survival cut : world.disk().platter().possibilities()) {
                PlainWorld after = world.afterPowerCut(cut, temporary.resolve("after"));
                recoverAndCheck(
                        after, act, whole, cut + " before " + world.disk().log());
            }
            if (finished) {
                return;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.lifeboat.backup.spi.ServiceCrashTest#differentCases")
    void aPowerCutDuringRecoveryLosesNothingEither(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
        cutDuringRecovery(act, base);
    }

    @ParameterizedTest
    @MethodSource("dev.lifeboat.backup.spi.ServiceCrashTest#cases")
    @Tag("long")
    void aPowerCutDuringRecoveryLosesNothingFromAnyBase(ServiceCrashTest.Act act, PlainWorld.Base base)
            throws Exception {
        cutDuringRecovery(act, base);
    }

    private void cutDuringRecovery(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
        for (int operation = 1; ; operation++) {
            for (int second = 1; ; second++) {
                PlainWorld world = world(act, base);
                Set<String> whole = new HashSet<>(act.whole());
                if (ServiceCrashTest.run(world, act, Fault.KILL, operation, whole)) {
                    return;
                }
                List<String> first = world.disk().log();
                world.disk().arm(Fault.KILL, second);
                boolean recovered = ServiceCrashTest.recover(world);
                for (SimulatedPlatter.Survival cut : world.disk().platter().possibilities()) {
                    PlainWorld after = world.afterPowerCut(cut, temporary.resolve("after"));
                    recoverAndCheck(
                            after,
                            act,
                            whole,
                            first + ", then " + cut + " before " + world.disk().log());
                }
                if (recovered) {
                    break;
                }
            }
        }
    }

    /** Different cuts often leave the same; that needs to be looked at once. */
    private void recoverAndCheck(PlainWorld after, ServiceCrashTest.Act act, Set<String> whole, String where)
            throws IOException {
        String state = (after.contents() + " " + whole).replaceAll("[0-9a-f]{32}", "id");
        if (!seen.add(state)) {
            return;
        }
        try {
            after.recoverAndCheck(act.restores() ? "7" : after.old(), whole);
        } catch (Exception | AssertionError broken) {
            fail(where, broken);
        }
    }

    private PlainWorld world(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
        return PlainWorld.in(temporary.resolve("world"), base, act == ServiceCrashTest.Act.RESTORE_IN_PLACE);
    }
}
