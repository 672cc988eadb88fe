package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.DatabaseState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGINT and SIGTERM: a backup leaves nothing behind at once, a restore goes on to its end. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such signals")
class SignalIT {
    private static final String STOPPED = "failed UNKNOWN The operation was stopped because the program is ending.";
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;
    private static final long SEED = Long.getLong("lifeboat.seed", System.nanoTime());

    @TempDir
    Path folder;

    private OtherLifeboat process;

    @BeforeEach
    void start() throws Exception {
        process = OtherLifeboat.start(Files.createDirectory(folder.resolve("temporary")));
    }

    @AfterEach
    void end() {
        process.close();
    }

    @ParameterizedTest
    @CsvSource({"TERM,copying", "INT,copying", "TERM,verifying", "INT,verifying"})
    void createLeavesNothingBehindAtOnce(String signal, String stage) throws Exception {
        Path database = large();
        Map<String, FileState> before = FileState.ofDatabase(database);
        process.awaitReady().orderCreateStayingAt(database, stage);
        process.awaitStage(stage);

        assertThat(process.signal(signal)).isTrue();
        process.awaitEnd();

        assertThat(process.answer().orElse(STOPPED)).isEqualTo(STOPPED);
        assertThat(Lifeboat.files(database.resolveSibling("backups"))).containsExactly("lifeboat.lock");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(Lifeboat.on(database).service().recover().state()).isEqualTo(DatabaseState.CLEAN);
    }

    @Test
    void createEndedAtARandomMomentLeavesAWholeBackupOrNone() throws Exception {
        Random random = new Random(SEED);
        Path built = Base.CLEAN.build(folder.resolve("built"));
        String backup = Lifeboat.on(built.resolve("app.db")).names().get(0);
        for (int trial = 0; trial < 5; trial++) {
            Path database = Base.copy(built, folder.resolve("trial" + trial));
            try (OtherLifeboat other = OtherLifeboat.start(folder.resolve("temporary"))) {
                other.awaitReady().order(database, "create", "");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));

                other.signal("TERM");

                other.awaitEnd();
                new Invariants("generation 3", "generation 3", Set.of(backup), false).check(database);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + SEED + ", trial " + trial, broken);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifying", "saving", "restoring"})
    void restoreInPlaceGoesOnToItsEnd(String stage) throws Exception {
        assertGoesOn(Base.HOT_LOG, stage, "TERM", SIGTERM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verifying", "saving", "restoring"})
    void restoreByRenamingGoesOnToItsEnd(String stage) throws Exception {
        assertGoesOn(Base.OTHER_LAYOUT, stage, "INT", SIGINT);
    }

    private void assertGoesOn(Base base, String stage, String signal, int number) throws Exception {
        Path database = base.build(folder.resolve("built")).resolve("app.db");
        String backup = Lifeboat.on(database).names().get(0);
        process.awaitReady().order(database, "restore", backup);
        process.awaitStage(stage);

        assertThat(process.signal(signal)).isTrue();
        int code = process.awaitEnd();

        assertThat(code).isIn(0, 128 + number);
        new Invariants("generation 3", Base.restored(), Set.of(backup), true).check(database);
    }

    /** Large enough to be copied in several steps. */
    private Path large() throws Exception {
        return Sql.run(
                Files.createDirectory(folder.resolve("data")).resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x)",
                "INSERT INTO t " + DatabaseKind.numbers(200) + "SELECT i, randomblob(100000) FROM n");
    }
}
