package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.backup.spi.SimulatedDisk.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, and the recovery after it, with the power cut at every single change: what was not forced survives as it likes. */
class PowerCutTest {
  private static final long SEED = 20261122;
  private static final int RANDOM_CUTS = 4;

  @TempDir(factory = InMemory.class)
  Path temporary;

  @ParameterizedTest
  @MethodSource("dev.lifeboat.backup.spi.ServiceCrashTest#cases")
  void afterAPowerCutAtAnyChangeNothingIsLost(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
    Random random = new Random(SEED);
    for (int operation = 1; ; operation++) {
      PlainWorld world = world(act, base);
      Set<String> whole = new HashSet<>(act.whole());
      boolean finished = ServiceCrashTest.run(world, act, Fault.KILL, operation, whole);
      for (Cut cut : cuts(random)) {
        PlainWorld after = world.afterPowerCut(cut, temporary.resolve("after"));
        recoverAndCheck(after, act, whole, cut + " before " + world.disk().log());
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
  void aPowerCutDuringRecoveryLosesNothingFromAnyBase(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
    cutDuringRecovery(act, base);
  }

  private void cutDuringRecovery(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
    Random random = new Random(SEED);
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
        for (Cut cut : List.of(Cut.NOTHING_UNFORCED, Cut.random(random))) {
          PlainWorld after = world.afterPowerCut(cut, temporary.resolve("after"));
          recoverAndCheck(after, act, whole, first + ", then " + cut + " before " + world.disk().log());
        }
        if (recovered) {
          break;
        }
      }
    }
  }

  private static void recoverAndCheck(PlainWorld after, ServiceCrashTest.Act act, Set<String> whole, String where) {
    try {
      after.recoverAndCheck(act.restores() ? "7" : after.old(), whole);
    } catch (Exception | AssertionError broken) {
      fail(where, broken);
    }
  }

  private PlainWorld world(ServiceCrashTest.Act act, PlainWorld.Base base) throws Exception {
    return PlainWorld.in(temporary.resolve("world"), base, act == ServiceCrashTest.Act.RESTORE_IN_PLACE);
  }

  private static List<Cut> cuts(Random random) {
    List<Cut> cuts = new ArrayList<>(List.of(Cut.NOTHING_UNFORCED, Cut.ONLY_NAMES, Cut.ONLY_DATA));
    for (int i = 0; i < RANDOM_CUTS; i++) {
      cuts.add(Cut.random(random));
    }
    return cuts;
  }

  /** What survives of the changes that were not forced. */
  private record Cut(String name, boolean data, boolean names, Random random) implements SimulatedPlatter.Survival {
    static final Cut NOTHING_UNFORCED = new Cut("only what was forced survives", false, false, null);
    static final Cut ONLY_NAMES = new Cut("names survive, data only where forced", false, true, null);
    static final Cut ONLY_DATA = new Cut("data survives, names only where forced", true, false, null);

    static Cut random(Random random) {
      return new Cut("a random half survives", false, false, random);
    }

    @Override
    public boolean dataSurvives() {
      return random == null ? data : random.nextBoolean();
    }

    @Override
    public boolean nameSurvives() {
      return random == null ? names : random.nextBoolean();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
