package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.RecoveryResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is killed at a random moment of an operation; after recovery nothing is lost. The seed is in every message.
 */
class KillIT {
    private static final int FEW = 2;
    private static final int MANY = 60;
    private static final long SEED = Long.getLong("lifeboat.seed", System.nanoTime());

    @TempDir
    Path folder;

    private final List<OtherLifeboat> started = new ArrayList<>();
    private int trials;

    static Stream<Arguments> cases() {
        return Stream.concat(
                Base.inPlace().stream().map(base -> Arguments.of("create", base)),
                Stream.of(Base.values()).map(base -> Arguments.of("restore", base)));
    }

    @AfterEach
    void endProcesses() {
        started.forEach(OtherLifeboat::close);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void killedAtARandomMomentNothingIsLost(String operation, Base base) throws Exception {
        killAgainAndAgain(operation, base, FEW);
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("long")
    void killedAtManyRandomMomentsNothingIsLost(String operation, Base base) throws Exception {
        killAgainAndAgain(operation, base, MANY);
    }

    private void killAgainAndAgain(String operation, Base base, int times) throws Exception {
        System.getLogger(KillIT.class.getName())
                .log(System.Logger.Level.INFO, operation + " " + base + ", seed " + SEED);
        Random random = new Random(SEED);
        Path built = base.build(folder.resolve("built"));
        String old = base.old(built.resolve("app.db"));
        String backup = Lifeboat.on(built.resolve("app.db")).names().get(0);
        OtherLifeboat next = start();
        long duration = 0;
        for (int trial = 0; trial <= times; trial++) {
            OtherLifeboat process = next;
            next = start();
            Path database = Base.copy(built, folder.resolve("trial" + ++trials));
            try (Connection idle = base == Base.IDLE_CONNECTION ? Sql.open(database) : null) {
                if (idle != null) {
                    Sql.run(idle, "SELECT count(*) FROM rows");
                }
                // The first one is let go on to the end, to know how long that takes.
                long nanos = trial == 0 ? Long.MAX_VALUE : (long) (random.nextDouble() * duration);
                long start = System.nanoTime();
                Optional<String> answer = run(process, database, operation, backup, nanos);
                duration = trial == 0 ? System.nanoTime() - start : duration;
                check(operation, old, database, backup, answer, base + " killed after " + nanos + " ns, seed " + SEED);
            }
            forget(database.getParent());
        }
    }

    private OtherLifeboat start() throws Exception {
        OtherLifeboat process = OtherLifeboat.start(folder);
        started.add(process);
        return process;
    }

    private static Optional<String> run(
            OtherLifeboat process, Path database, String operation, String backup, long nanos) throws Exception {
        process.awaitReady().order(database, operation, backup);
        if (nanos == Long.MAX_VALUE) {
            process.awaitEnd();
        } else {
            long start = System.nanoTime();
            while (System.nanoTime() - start < nanos) {
                LockSupport.parkNanos(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
            }
            process.kill();
        }
        return process.answer();
    }

    private static void check(
            String operation, String old, Path database, String backup, Optional<String> answer, String where)
            throws Exception {
        Set<String> backups = new HashSet<>(Set.of(backup));
        boolean restores = operation.equals("restore");
        answer.filter(text -> text.startsWith("done") && !restores)
                .ifPresent(text -> backups.add(text.substring("done ".length())));
        boolean acknowledged = restores && answer.isPresent();
        try {
            if (answer.isPresent() && !answer.get().startsWith("done")) {
                throw new AssertionError(answer.get());
            }
            RecoveryResult result = new Invariants(old, restores ? Base.restored() : old, backups, acknowledged)
                    .recoverAndCheck(database);
            System.getLogger(KillIT.class.getName())
                    .log(System.Logger.Level.DEBUG, where + ": " + answer + ", " + result);
        } catch (Exception | AssertionError broken) {
            throw new AssertionError(operation + " " + where + ", answer " + answer, broken);
        }
    }

    private static void forget(Path trial) throws Exception {
        try (Stream<Path> files = Files.walk(trial)) {
            for (Path path : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
