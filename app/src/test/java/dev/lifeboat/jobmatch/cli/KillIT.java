package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Killed at random moments, the command line leaves what {@code recover} makes good: the old state or the new one. The
 * moments are drawn from a seed, which is reported and can be given as {@code -Dlifeboat.seed}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {
    private static final int ROUNDS = 4;
    private static final int MANY_ROUNDS = 40;

    @TempDir
    private static Path prepared;

    private static CrashScene scene;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("lifeboat.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** What is killed. */
    enum Victim {
        CREATE,
        RESTORE_IN_PLACE,
        RESTORE_OF_A_MISSING_DATABASE,
        RESTORE_OVER_A_DESTROYED_HEADER
    }

    @BeforeAll
    static void aDatabaseWithAHotLog() throws Exception {
        scene = CrashScene.prepare(prepared);
    }

    @ParameterizedTest
    @EnumSource
    void aKilledOperationIsMadeGood(Victim victim) throws Exception {
        killManyTimes(victim, ROUNDS);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void anOperationKilledAtManyMomentsIsMadeGood(Victim victim) throws Exception {
        killManyTimes(victim, MANY_ROUNDS);
    }

    private void killManyTimes(Victim victim, int rounds) throws Exception {
        System.out.println(victim + " seed " + seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        Path first = stage(victim, "whole");
        LifeboatProcess unharmed = start(victim, first);
        awaitWork(first);
        long begun = System.nanoTime();
        assertThat(unharmed.end().exitCode()).isZero();
        long work = System.nanoTime() - begun;

        for (int round = 0; round < rounds; round++) {
            Path database = stage(victim, "round" + round);
            Map<String, String> rawBefore = CrashScene.rawFiles(database.getParent());
            // The first is at work for sure, however fast or slow the machine has become since that was measured.
            long moment = round == 0 ? 0 : (long) (work * random.nextDouble());

            LifeboatProcess process = start(victim, database);
            awaitWork(database);
            TimeUnit.NANOSECONDS.sleep(moment);
            boolean atWork = process.kill();
            String where = victim + ", seed " + seed + ", round " + round + ", killed after "
                    + TimeUnit.NANOSECONDS.toMillis(moment) + " ms of work";
            String traces = traces(database);

            String state = assertMadeGood(victim, database, rawBefore, where);
            outcomes.merge((atWork ? "killed" : "finished") + traces + ", then " + state, 1, Integer::sum);
        }

        System.out.println(victim + " " + outcomes);
        assertThat(outcomes.keySet()).anyMatch(outcome -> outcome.startsWith("killed"));
    }

    /** Waits until the operation has its lock: what comes before, the start of Java, is not worth killing. */
    private static void awaitWork(Path database) throws InterruptedException {
        Path lock = lockOf(database);
        long start = System.nanoTime();
        while (Files.notExists(lock)) {
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static Path lockOf(Path database) {
        return database.resolveSibling(database.getFileName() + ".lock");
    }

    private String assertMadeGood(Victim victim, Path database, Map<String, String> rawBefore, String where)
            throws Exception {
        Result recovery = LifeboatProcess.run("recover", "--json", "--database", database.toString());
        assertThat(recovery.exitCode()).as(where + recovery.out()).isZero();
        assertThat(recovery.json().get("state").getAsString())
                .as(where + recovery.out())
                .isIn("clean", "old", "new");

        Map<String, String> raw = CrashScene.rawFiles(database.getParent());
        BackupService service = CrashScene.service(database);
        for (Backup backup : service.list().backups()) {
            assertThat(backup.state()).as(where + backup).isEqualTo(BackupState.VERIFIED);
            assertThat(service.verify(backup.name(), ProgressListener.NONE))
                    .as(where + backup)
                    .isInstanceOf(Verification.Intact.class);
        }
        String state = stateOf(victim, database, rawBefore, raw);
        assertThat(state).as(where).isIn("old", "new");
        if (state.equals("new")) {
            assertThat(isOldStatePreserved(victim, service, rawBefore))
                    .as(where + ": the old state is preserved, " + service.list())
                    .isTrue();
        }

        Result again = LifeboatProcess.run("recover", "--json", "--database", database.toString());
        assertThat(again.json().getAsJsonArray("actions"))
                .as(where + again.out())
                .isEmpty();
        assertThat(again.json().get("state").getAsString()).as(where).isEqualTo("clean");
        assertThat(FolderContent.strays(database, database.resolveSibling("backups")))
                .as(where)
                .isEmpty();
        return state;
    }

    private static String stateOf(
            Victim victim, Path database, Map<String, String> rawBefore, Map<String, String> rawAfter)
            throws Exception {
        if (rawAfter.equals(rawBefore)) {
            return "old";
        }
        if (!rawAfter.containsKey("my.db")) {
            return "neither: " + rawAfter.keySet();
        }
        String content = CrashScene.contentOf(database);
        if (content.equals(scene.newState)) {
            return "new";
        }
        boolean wasReadable = victim == Victim.CREATE || victim == Victim.RESTORE_IN_PLACE;
        return wasReadable && content.equals(scene.oldState) ? "old" : "neither: " + content;
    }

    private static boolean isOldStatePreserved(Victim victim, BackupService service, Map<String, String> rawBefore)
            throws Exception {
        if (victim == Victim.RESTORE_IN_PLACE) {
            for (Backup backup : service.list().backups()) {
                if (backup.kind().filter(BackupKind.SAFETY::equals).isPresent()
                        && CrashScene.contentOf(backup.path()).equals(scene.oldState)) {
                    return true;
                }
            }
        }
        for (PreservedFiles files : service.list().preserved()) {
            if (CrashScene.rawFiles(files.path()).equals(rawBefore)) {
                return true;
            }
        }
        return false;
    }

    private Path stage(Victim victim, String name) throws IOException {
        Path database = scene.copyTo(folder.resolve(name));
        Files.deleteIfExists(lockOf(database));
        if (victim == Victim.RESTORE_OF_A_MISSING_DATABASE) {
            Files.delete(database);
        } else if (victim == Victim.RESTORE_OVER_A_DESTROYED_HEADER) {
            CrashScene.destroyHeader(database);
        }
        return database;
    }

    private static LifeboatProcess start(Victim victim, Path database) {
        return victim == Victim.CREATE
                ? LifeboatProcess.start("create", "--json", "--database", database.toString())
                : LifeboatProcess.start("restore", scene.backup, "--yes", "--json", "--database", database.toString());
    }

    /** What kind of work lies half done, in a word. */
    private static String traces(Path database) throws IOException {
        String strays = String.join(" ", FolderContent.strays(database, database.resolveSibling("backups")));
        for (String kind : new String[] {"intent", "quarantine", "staged", ".tmp-"}) {
            if (strays.contains(kind)) {
                return " leaving " + kind;
            }
        }
        return "";
    }
}
