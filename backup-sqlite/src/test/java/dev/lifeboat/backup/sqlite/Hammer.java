package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.Verification;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A process that does everything to one database in random order, as fast as it can, and says what surprised it. */
final class Hammer {
    private static final Set<BackupError> REFUSALS = Set.of(
            BackupError.OPERATION_IN_PROGRESS,
            BackupError.DATABASE_BUSY,
            BackupError.BACKUP_NOT_FOUND,
            BackupError.LAST_BACKUP_PROTECTED);

    /** Each as often as it is named. */
    private static final String[] NAMES = {
        "create",
        "create",
        "create",
        "create",
        "create",
        "restore",
        "restore",
        "restore",
        "restore",
        "delete",
        "delete",
        "delete",
        "verify",
        "verify",
        "clean up",
        "recover",
        "status",
        "write",
        "write"
    };

    private static final int MIN_STRIKES = 60;
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final Path database;
    private final BackupService service;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int generation;

    private Hammer(Path database, long seed) {
        this.database = database;
        this.service = new SqliteBackupProvider()
                .open(BackupConfiguration.of(database).withBusyTimeout(Duration.ofMillis(500)));
        this.random = new Random(seed);
        this.generation = (int) (seed % 1000) * 1_000_000;
    }

    /** Arguments: database, seed, milliseconds. Prints a line for each surprise and, at last, what it did how often. */
    public static void main(String[] arguments) {
        Hammer hammer = new Hammer(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        long start = System.nanoTime();
        long duration = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[2]));
        for (int strikes = 0; strikes < MIN_STRIKES || System.nanoTime() - start < duration; strikes++) {
            hammer.strike();
        }
        System.out.println(hammer.counts);
    }

    private void strike() {
        String name = NAMES[random.nextInt(NAMES.length)];
        try {
            perform(name);
            counts.merge(name, 1, Integer::sum);
        } catch (BackupException refusal) {
            counts.merge(name + " " + refusal.error(), 1, Integer::sum);
            if (!REFUSALS.contains(refusal.error())) {
                surprise(name, refusal);
            }
        } catch (SQLException refusal) {
            counts.merge(name + " refused", 1, Integer::sum);
            if (SqliteErrors.code(refusal) != SqliteErrors.BUSY) {
                surprise(name, refusal);
            }
        } catch (RuntimeException | Error broken) {
            surprise(name, broken);
        }
    }

    private void perform(String name) throws BackupException, SQLException {
        switch (name) {
            case "create" -> service.create(CreateRequest.manual("test"), ProgressListener.NONE);
            case "restore" -> service.restore(RestoreRequest.of(any()), ProgressListener.NONE);
            case "delete" -> service.delete(any());
            case "verify" -> verify(any());
            case "clean up" ->
                service.cleanUp(service.planCleanup(new RetentionPolicy(MAX_AGE)), ProgressListener.NONE);
            case "recover" -> service.recover();
            case "status" -> service.status();
            default -> write();
        }
    }

    /** A backup that was listed a moment ago; none of them may be damaged. */
    private String any() throws BackupException {
        List<Backup> backups = service.list().backups();
        backups.stream()
                .filter(backup -> backup.state() == BackupState.DAMAGED)
                .forEach(backup -> surprise("list", new AssertionError(backup)));
        return backups.isEmpty()
                ? "backup_2001-01-01_00-00-00.db"
                : backups.get(random.nextInt(backups.size())).name();
    }

    private void verify(String name) throws BackupException {
        Verification outcome = service.verify(name, ProgressListener.NONE);
        if (outcome instanceof Verification.Damaged) {
            surprise("verify", new AssertionError(outcome));
        }
    }

    /** What the application does meanwhile. */
    private void write() throws SQLException {
        try (Connection connection = Sql.open(database)) {
            Sql.run(connection, "PRAGMA busy_timeout = 200", "BEGIN IMMEDIATE");
            Sql.run(connection, Generations.change(++generation));
            Sql.run(connection, "COMMIT");
        }
    }

    private static void surprise(String name, Throwable what) {
        System.out.println("SURPRISE " + name + ": " + what);
        what.printStackTrace();
    }
}
