package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two processes at a time at one database, each doing whatever comes to its mind, while the data changes. */
@Tag("FR-026")
@Execution(ExecutionMode.CONCURRENT)
class HammerIT {
    private static final int ROWS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> REFUSALS =
            Set.of("OPERATION_IN_PROGRESS", "DATABASE_BUSY", "BACKUP_NOT_FOUND", "LAST_BACKUP_PROTECTED");

    private final long seed = Long.getLong("lifeboat.seed", System.nanoTime());
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private Path database;
    private BackupService service;

    @BeforeEach
    void aDatabaseWhoseStateIdentifiesItself(@TempDir Path folder) throws Exception {
        database = folder.resolve("my.db");
        service = CrashScene.service(database);
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE state(generation INTEGER, sum INTEGER)");
            statement.execute("CREATE TABLE jobs(id INTEGER PRIMARY KEY, generation INTEGER, letter BLOB)");
            statement.execute("INSERT INTO state VALUES (0, 0)");
            statement.execute("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")"
                    + " INSERT INTO jobs SELECT i, 0, randomblob(2000) FROM n");
        }
    }

    @Test
    void twoProcessesLeaveOnlyGoodBackupsAndOneLegalState() throws Exception {
        hammer(Duration.ofSeconds(10));
    }

    @Tag("long")
    @Test
    void aMinuteOfTwoProcessesLeavesOnlyGoodBackupsAndOneLegalState() throws Exception {
        hammer(Duration.ofMinutes(1));
    }

    private void hammer(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();

        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Random random = new Random(seed + i);
            work.add(threads.submit(untilThe(end, () -> runAnything(random))));
        }
        work.add(threads.submit(untilThe(end, this::changeTheData)));
        List<Integer> rounds = new ArrayList<>();
        for (Future<Integer> one : work) {
            rounds.add(one.get());
        }
        threads.shutdown();

        String story = "seed " + seed + ", " + rounds + " rounds, " + answers;
        System.out.println(story);
        assertThat(answers).as(story).containsKeys("create: done", "restore: done");
        assertThat(answers.keySet()).as(story).allMatch(HammerIT::isAllowed);
        assertThat(legalGeneration()).as(story).isNotNegative();
        assertThat(service.list().backups()).as(story).isNotEmpty().allSatisfy(backup -> {
            assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
            assertThat(verify(backup)).isInstanceOf(Verification.Intact.class);
        });
        assertThat(FolderContent.strays(database, database.resolveSibling("backups")))
                .as(story)
                .isEmpty();
    }

    /** Repeats a step until then, and longer on a slow machine where not one restore has got through yet. */
    private Callable<Integer> untilThe(long end, Callable<?> step) {
        return () -> {
            int rounds = 0;
            while (System.nanoTime() < end
                    || !answers.containsKey("restore: done") && System.nanoTime() < end + PATIENCE.toNanos()) {
                step.call();
                rounds++;
            }
            return rounds;
        };
    }

    private static boolean isAllowed(String answer) {
        String outcome = answer.substring(answer.indexOf(' ') + 1);
        return outcome.equals("done") || REFUSALS.contains(outcome);
    }

    /** Runs one command on a random backup and notes how it ended. */
    private Result runAnything(Random random) throws Exception {
        List<String> names = service.list().backups().stream().map(Backup::name).toList();
        int choice = names.isEmpty() ? 0 : random.nextInt(10);
        List<String> words = new ArrayList<>(List.of(
                choice < 3 ? "create" : choice < 6 ? "restore" : choice < 8 ? "delete" : choice < 9 ? "verify" : "list",
                "--json",
                "--database",
                database.toString()));
        String command = words.get(0);
        if (choice >= 3 && choice < 9) {
            words.add(names.get(random.nextInt(names.size())));
        }
        if (choice >= 3 && choice < 8) {
            words.add("--yes");
        }

        Result result = LifeboatProcess.run(words.toArray(String[]::new));

        String outcome =
                result.exitCode() == 0 ? "done" : result.out().contains("\"code\"") ? result.errorCode() : result.out();
        answers.merge(command + ": " + outcome, 1, Integer::sum);
        return result;
    }

    /** Commits the next generation, all rows of it at once; a refusal changes nothing. */
    private Void changeTheData() throws Exception {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 200");
            connection.setAutoCommit(false);
            statement.execute("UPDATE state SET generation = generation + 1");
            statement.execute("UPDATE jobs SET generation = (SELECT generation FROM state), letter = randomblob(2000)");
            statement.execute("UPDATE state SET sum = (SELECT sum(generation * id) FROM jobs)");
            connection.commit();
        } catch (SQLException busy) {
            assertThat(busy.getMessage()).contains("SQLITE_BUSY");
        }
        Thread.sleep(150);
        return null;
    }

    /**
     * The generation that every row belongs to; fails when they differ, the sum is wrong or the structure is broken.
     */
    private long legalGeneration() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                assertThat(check.getString(1)).isEqualTo("ok");
            }
            try (ResultSet row = statement.executeQuery(
                    "SELECT min(j.generation), max(j.generation), count(*),"
                            + " sum(j.generation * j.id), (SELECT generation FROM state), (SELECT sum FROM state) FROM jobs j")) {
                assertThat(row.getLong(2)).isEqualTo(row.getLong(1)).isEqualTo(row.getLong(5));
                assertThat(row.getLong(3)).isEqualTo(ROWS);
                assertThat(row.getLong(4)).isEqualTo(row.getLong(6));
                return row.getLong(1);
            }
        }
    }

    private Verification verify(Backup backup) throws Exception {
        return service.verify(backup.name(), ProgressListener.NONE);
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }
}
