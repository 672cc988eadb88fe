package dev.lifeboat.reliability.together;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A process that does with Lifeboat what comes to its mind, on two threads. Arguments: database, diary, folder for
 * evidence, seed. Ends when its input does.
 */
final class Actor implements Runnable {
    /** Each as often as it is named. */
    private static final List<Action> HABITS = List.of(
            Action.CREATE,
            Action.CREATE,
            Action.CREATE,
            Action.RESTORE,
            Action.RESTORE,
            Action.DELETE,
            Action.VERIFY,
            Action.LIST,
            Action.LIST,
            Action.RECOVER,
            Action.CLEAN_UP);

    private static final int THREADS = 2;
    private static final long PAUSE_MILLIS = 60;
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    private static final String NO_BACKUP = "backup_2001-01-01_00-00-00.db";

    private final BackupService service;
    private final Diary diary;
    private final Evidence evidence;
    private final Random random;
    private final EndOfInput end;

    private Actor(BackupService service, Diary diary, Evidence evidence, Random random, EndOfInput end) {
        this.service = service;
        this.diary = diary;
        this.evidence = evidence;
        this.random = random;
        this.end = end;
    }

    public static void main(String[] arguments) throws Exception {
        EndOfInput end = EndOfInput.watched();
        BackupService service =
                BackupProviders.installed().byId("sqlite").open(BackupConfiguration.of(Path.of(arguments[0])));
        try (Diary diary = new Diary(Path.of(arguments[1]))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(Long.parseLong(arguments[3]) * THREADS + i);
                Thread thread = new Thread(
                        new Actor(service, diary, new Evidence(Path.of(arguments[2])), random, end), "actor-" + i);
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    @Override
    public void run() {
        while (!end.reached()) {
            act(HABITS.get(random.nextInt(HABITS.size())));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(PAUSE_MILLIS)));
        }
    }

    private void act(Action action) {
        long deed = 0;
        try {
            String name = switch (action) {
                case RESTORE, DELETE, VERIFY -> any();
                default -> "";
            };
            deed = diary.begin(action, name);
            String detail = perform(action, name, deed);
            diary.end(deed, Diary.DONE, detail);
        } catch (BackupException refused) {
            diary.end(begun(deed, action), refused.error().name(), refused.getMessage());
        } catch (IOException | RuntimeException | Error broken) {
            diary.end(begun(deed, action), Diary.BROKEN, broken.toString());
        }
    }

    private long begun(long deed, Action action) {
        return deed == 0 ? diary.begin(action, "") : deed;
    }

    private String perform(Action action, String name, long deed) throws BackupException, IOException {
        ProgressListener stages = progress -> diary.stage(deed, progress.stage().name());
        return switch (action) {
            case CREATE -> evidence.of(service.create(CreateRequest.manual("together"), stages));
            case RESTORE -> restore(name, deed);
            case DELETE -> {
                service.delete(name);
                yield "";
            }
            case CLEAN_UP ->
                String.join(
                        " ",
                        service.cleanUp(service.planCleanup(new RetentionPolicy(MAX_AGE)), stages)
                                .deleted());
            case VERIFY -> service.verify(name, ProgressListener.NONE).toString();
            case LIST -> service.list().backups().stream().map(Instance::of).collect(Collectors.joining(" "));
            case RECOVER -> recover();
            case COMMIT -> throw new IllegalArgumentException("that is what writers do");
        };
    }

    private String restore(String name, long deed) throws BackupException, IOException {
        AtomicReference<Stage> last = new AtomicReference<>();
        ProgressListener listener = progress -> {
            diary.stage(deed, progress.stage().name());
            // Somebody may commit when the data is saved already; then it is saved again.
            if (progress.stage() != last.getAndSet(progress.stage()) && progress.stage() == Stage.RESTORING) {
                diary.stage(deed, Deed.SAVED + " " + newestSafetyBackup());
            }
        };
        return evidence.of(service.restore(RestoreRequest.of(name), listener)
                .safetyBackup()
                .orElseThrow());
    }

    private String newestSafetyBackup() {
        try {
            Optional<Backup> newest = service.list().backups().stream()
                    .filter(backup -> backup.kind().equals(Optional.of(BackupKind.SAFETY)))
                    .max(Backup.OLDEST_FIRST);
            return evidence.of(newest.orElseThrow());
        } catch (BackupException | IOException | NoSuchElementException missing) {
            return missing.toString();
        }
    }

    private String recover() throws BackupException {
        RecoveryResult result = service.recover();
        return result.state() + " " + result.actions();
    }

    /** A backup that was listed a moment ago. */
    private String any() throws BackupException, IOException {
        List<Backup> backups = service.list().backups();
        if (backups.isEmpty()) {
            return NO_BACKUP;
        }
        Backup chosen = backups.get(random.nextInt(backups.size()));
        evidence.of(chosen);
        return chosen.name();
    }
}
