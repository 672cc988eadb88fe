package dev.lifeboat.migration;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.ReturnPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Migrates an SQLite database's schema with Flyway so that nothing can be lost (FR-001, FR-007): first a verified
 * backup, then the scripts, then a check of the whole file. If anything fails, or the process dies, the data from
 * before comes back.
 *
 * <p>To be used before the application opens its database, by one thread, while it holds its
 * {@link BackupService#holdPresence() presence}. Blocks; never call it on a UI thread. Flyway's scripts run with
 * foreign keys off, so that a table can be made anew; a reference that they break makes the migration fail.
 *
 * <pre>{@code
 * MigrationScripts scripts = MigrationScripts.of(App.class, "com/example/app/migrations");
 * MigrationOutcome outcome = SafeMigrator.of(service, scripts).migrate(MigrationListener.NONE);
 * if (!outcome.isReady()) {
 *     show(outcome.message(locale), outcome.hint(locale));
 * }
 * }</pre>
 */
public final class SafeMigrator {
    private final BackupService service;
    private final MigrationScripts scripts;

    private SafeMigrator(BackupService service, MigrationScripts scripts) {
        this.service = service;
        this.scripts = scripts;
    }

    /**
     * A migrator of the service's database with these scripts. The service should read its schema versions with a
     * {@link FlywaySchemaVersionReader} and support {@link MigrationScripts#newest()}.
     */
    public static SafeMigrator of(BackupService service, MigrationScripts scripts) {
        return new SafeMigrator(service, scripts);
    }

    /**
     * Recovers from what was interrupted, and then runs the scripts that are pending. A database that is missing or
     * empty is created, without a backup.
     *
     * @throws BackupException when the database cannot be read: {@code DATABASE_DAMAGED}, {@code DATABASE_BUSY},
     *     {@code PERMISSION_DENIED}, {@code OPERATION_IN_PROGRESS}; nothing was changed then
     */
    public MigrationOutcome migrate(MigrationListener listener) throws BackupException {
        RecoveryResult recovery = service.recover();
        if (recovery.state() == DatabaseState.NEITHER) {
            Message reason = recovery.actions().get(recovery.actions().size() - 1);
            return new MigrationOutcome.Stuck(Optional.empty(), reason);
        }
        BackupConfiguration configuration = service.configuration();
        SchemaDatabase database = new SchemaDatabase(real(configuration.database()), configuration.busyTimeout());
        return new Attempt(database, listener).run();
    }

    private static Path real(Path database) {
        try {
            return database.toRealPath();
        } catch (IOException missing) {
            return database;
        }
    }

    /** One attempt. */
    private final class Attempt {
        private final SchemaDatabase database;
        private final MigrationListener listener;
        private final FlywayRun flyway;

        private Attempt(SchemaDatabase database, MigrationListener listener) {
            this.database = database;
            this.listener = listener;
            this.flyway = new FlywayRun(database, scripts, listener);
        }

        private MigrationOutcome run() throws BackupException {
            if (isNew()) {
                return ended(create());
            }
            if (!hasHistory()) {
                return new MigrationOutcome.Refused(Optional.empty());
            }
            FlywayRun.History history = flyway.history();
            if (history.version()
                    .filter(version -> version.isNewerThan(scripts.newest()))
                    .isPresent()) {
                return new MigrationOutcome.TooNew(history.version().get(), scripts.newest());
            }
            Optional<String> contradiction = flyway.contradiction();
            if (contradiction.isPresent()) {
                return new MigrationOutcome.Refused(contradiction);
            }
            if (history.scripts().isEmpty()) {
                return new MigrationOutcome.UpToDate(history.version().orElse(scripts.newest()));
            }
            return ended(update(history));
        }

        private MigrationOutcome ended(MigrationOutcome outcome) {
            listener.onEnd(outcome);
            return outcome;
        }

        private boolean isNew() throws BackupException {
            try {
                return !database.isThere() || database.isEmpty();
            } catch (SQLException refused) {
                throw database.translate(refused);
            }
        }

        private boolean hasHistory() throws BackupException {
            try {
                return database.hasHistory();
            } catch (SQLException refused) {
                throw database.translate(refused);
            }
        }

        private MigrationOutcome create() throws BackupException {
            listener.onPending(Optional.empty(), scripts.newest(), names());
            Optional<MigrationFailure> failure =
                    flyway.migrate(scripts.scripts().size());
            if (failure.isEmpty()) {
                failure = check(Map.of());
            }
            if (failure.isEmpty()) {
                return new MigrationOutcome.Migrated(
                        Optional.empty(), scripts.newest(), scripts.scripts().size(), Optional.empty());
            }
            listener.onFailure(failure.get());
            try {
                database.delete();
                return new MigrationOutcome.Undone(failure.get(), Optional.empty());
            } catch (IOException stays) {
                return new MigrationOutcome.Stuck(failure, Message.literal(String.valueOf(stays)));
            }
        }

        private MigrationOutcome update(FlywayRun.History history) {
            listener.onPending(history.version(), scripts.newest(), history.scripts());
            Backup backup;
            ReturnPoint before;
            Map<String, Long> brokenBefore;
            try {
                brokenBefore = database.brokenReferences();
                backup = service.create(
                        new CreateRequest(BackupKind.PRE_MIGRATION, "migration", ""), listener::onBackup);
                before = service.setReturnPoint(backup.name());
            } catch (BackupException refused) {
                return new MigrationOutcome.Blocked(refused);
            } catch (SQLException refused) {
                return new MigrationOutcome.Blocked(database.translate(refused));
            }
            Optional<MigrationFailure> failure =
                    flyway.migrate(history.scripts().size());
            if (failure.isEmpty()) {
                failure = check(brokenBefore);
            }
            if (failure.isEmpty()) {
                failure = lift(before);
            }
            return failure.isEmpty()
                    ? new MigrationOutcome.Migrated(
                            history.version(),
                            scripts.newest(),
                            history.scripts().size(),
                            Optional.of(backup))
                    : undo(before, backup, failure.get());
        }

        private Optional<MigrationFailure> check(Map<String, Long> brokenBefore) {
            try {
                listener.onCheck();
                Optional<Message> damage = database.structuralDamage();
                if (damage.isPresent()) {
                    return Optional.of(found(damage.get()));
                }
                for (Map.Entry<String, Long> broken :
                        database.brokenReferences().entrySet()) {
                    long added = broken.getValue() - brokenBefore.getOrDefault(broken.getKey(), 0L);
                    if (added > 0) {
                        return Optional.of(found(Message.of("warning.foreign-keys", broken.getKey(), added)));
                    }
                }
                return Optional.empty();
            } catch (SQLException | RuntimeException unreadable) {
                return Optional.of(FlywayRun.failed(Optional.empty(), unreadable));
            }
        }

        private Optional<MigrationFailure> lift(ReturnPoint before) {
            try {
                before.lift();
                return Optional.empty();
            } catch (BackupException unwritable) {
                return Optional.of(FlywayRun.failed(Optional.empty(), unwritable));
            }
        }

        private MigrationOutcome undo(ReturnPoint before, Backup backup, MigrationFailure failure) {
            listener.onFailure(failure);
            try {
                before.goBack(listener::onReturn);
                return new MigrationOutcome.Undone(failure, Optional.of(backup));
            } catch (BackupException noWayBack) {
                return new MigrationOutcome.Stuck(Optional.of(failure), noWayBack.message());
            }
        }

        private List<String> names() {
            return scripts.scripts().stream().map(Script::fileName).toList();
        }

        private static MigrationFailure found(Message finding) {
            return new MigrationFailure(Optional.empty(), finding, finding.toString());
        }
    }
}
