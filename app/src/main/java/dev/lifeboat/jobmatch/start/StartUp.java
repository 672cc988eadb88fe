package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.migration.MigrationListener;
import dev.lifeboat.migration.MigrationOutcome;
import dev.lifeboat.migration.MigrationScripts;
import dev.lifeboat.migration.SafeMigrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happens before the application opens its database, in this order: be alone, recover from what was
 * interrupted, see whether the file is there and sound, migrate it. The first thing that is not as it should be ends
 * the start in a state that says so; nothing is made anew where something was.
 *
 * <p>Blocks; never call it on the EDT. For one start by one thread.
 */
public final class StartUp {
    private static final Comparator<Backup> BEST_FIRST = Comparator.comparing(
                    (Backup backup) -> backup.state() == BackupState.VERIFIED)
            .thenComparing(Backup.OLDEST_FIRST)
            .reversed();

    private final BackupService service;
    private final MigrationScripts scripts;
    private final Claim claim;
    private final boolean mayBeginEmpty;

    /**
     * A start.
     *
     * @param service for the database, which knows the application's schema
     * @param scripts that the database needs
     * @param claim how to become the only process of the application
     * @param mayBeginEmpty whether somebody has decided to begin with an empty database where one is missing
     */
    public StartUp(BackupService service, MigrationScripts scripts, Claim claim, boolean mayBeginEmpty) {
        this.service = service;
        this.scripts = scripts;
        this.claim = claim;
        this.mayBeginEmpty = mayBeginEmpty;
    }

    /** Becomes the only process of the application that uses this database. */
    @FunctionalInterface
    public interface Claim {
        /**
         * Claims it.
         *
         * @throws BackupException {@code DATABASE_BUSY} when another process has it
         * @throws InterruptedException while waiting for a process to end
         */
        HostPresence on(BackupService service) throws BackupException, InterruptedException;
    }

    /**
     * Starts; every expected trouble is a state.
     *
     * @throws InterruptedException while waiting for a process to end; nothing is held then
     */
    public StartState run(MigrationListener listener) throws InterruptedException {
        HostPresence presence;
        try {
            presence = claim.on(service);
        } catch (BackupException refused) {
            return refused.error() == BackupError.DATABASE_BUSY
                    ? new StartState.AlreadyRunning(database())
                    : new StartState.Unavailable(refused);
        }
        boolean ready = false;
        try {
            StartState state = alone(presence, listener);
            ready = state instanceof StartState.Ready;
            return state;
        } catch (BackupException refused) {
            return new StartState.Unavailable(refused);
        } finally {
            if (!ready) {
                presence.close();
            }
        }
    }

    private StartState alone(HostPresence presence, MigrationListener listener) throws BackupException {
        RecoveryResult recovery = service.recover();
        if (recovery.state() == DatabaseState.NEITHER) {
            Message reason = recovery.actions().get(recovery.actions().size() - 1);
            return notMigrated(new MigrationOutcome.Stuck(Optional.empty(), reason));
        }
        DatabaseCheck check =
                new DatabaseCheck(database(), service.configuration().busyTimeout());
        if (check.isMissing()) {
            boolean wasThere = !choices().isEmpty() || !check.leftBehind().isEmpty();
            if (wasThere && !mayBeginEmpty) {
                return new StartState.Missing(database(), choices());
            }
            keepAside(check.leftBehind());
        } else {
            Optional<Message> damage = check.damage();
            if (damage.isPresent()) {
                return new StartState.Damaged(database(), damage.get(), choices());
            }
        }
        MigrationOutcome outcome = SafeMigrator.of(service, scripts).migrate(listener);
        return outcome.isReady() ? new StartState.Ready(presence, recovery, outcome) : notMigrated(outcome);
    }

    private StartState notMigrated(MigrationOutcome outcome) throws BackupException {
        return new StartState.NotMigrated(outcome, choices());
    }

    /** Usable backups of this database, the newest verified one first. */
    private List<Backup> choices() throws BackupException {
        try {
            return service.list().backups().stream()
                    .filter(Backup::isUsable)
                    .sorted(BEST_FIRST)
                    .toList();
        } catch (BackupException refused) {
            Path folder = service.configuration().folder();
            boolean onlyNotMadeYet = refused.error() == BackupError.DIRECTORY_NOT_FOUND
                    && (Files.exists(folder) || Files.isDirectory(folder.getParent()));
            if (onlyNotMadeYet || !Files.isDirectory(folder) && Files.exists(folder)) {
                return List.of();
            }
            throw refused;
        }
    }

    private void keepAside(List<Path> files) throws BackupException {
        for (Path file : files) {
            Path kept = file;
            for (int number = 1; Files.exists(kept); number++) {
                kept = file.resolveSibling(file.getFileName() + ".kept-" + number);
            }
            try {
                Files.move(file, kept);
            } catch (IOException refused) {
                throw new BackupException(
                        BackupError.PERMISSION_DENIED, Message.of("error.permission", file.toString()), file, refused);
            }
        }
    }

    private Path database() {
        return service.configuration().database();
    }
}
