package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.migration.MigrationOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a start ended. Only {@link Ready} has a database to open; every other state says in words what is wrong and what
 * to do, and nothing was lost or made anew on the way to it.
 */
public sealed interface StartState {
    /**
     * The database may be opened.
     *
     * @param presence says that the application uses it; to be closed at the end
     * @param recovery what an earlier run had left
     * @param migration what was done to the schema
     */
    record Ready(HostPresence presence, RecoveryResult recovery, MigrationOutcome migration) implements StartState {
        @Override
        public String id() {
            return "ready";
        }

        @Override
        public String message(Locale locale) {
            return migration.message(locale);
        }

        @Override
        public String hint(Locale locale) {
            return "";
        }

        /** Whether there was no database before. */
        public boolean isNew() {
            return migration instanceof MigrationOutcome.Migrated migrated
                    && migrated.from().isEmpty();
        }
    }

    /** Another process of the application uses this database. */
    record AlreadyRunning(Path database) implements StartState {
        @Override
        public String id() {
            return "already-running";
        }

        @Override
        public String message(Locale locale) {
            return StartTexts.in(locale, "already-running", database);
        }

        @Override
        public String hint(Locale locale) {
            return StartTexts.in(locale, "already-running.hint");
        }
    }

    /**
     * The file is there, but it is no sound database.
     *
     * @param choices backups, the newest verified one first
     */
    record Damaged(Path database, Message reason, List<Backup> choices) implements StartState {
        @Override
        public String id() {
            return "damaged";
        }

        @Override
        public String message(Locale locale) {
            return reason.in(locale);
        }

        @Override
        public String hint(Locale locale) {
            return StartTexts.in(locale, choices.isEmpty() ? "damaged.hint-alone" : "damaged.hint");
        }
    }

    /** There is no file although there was one: there are backups, or files that belonged to it. */
    record Missing(Path database, List<Backup> choices) implements StartState {
        @Override
        public String id() {
            return "missing";
        }

        @Override
        public String message(Locale locale) {
            return StartTexts.in(locale, "missing", database, choices.size());
        }

        @Override
        public String hint(Locale locale) {
            return StartTexts.in(locale, choices.isEmpty() ? "missing.hint-alone" : "missing.hint");
        }
    }

    /** The schema was not migrated: too new, blocked, failed and undone, or stuck on the way back. */
    record NotMigrated(MigrationOutcome outcome, List<Backup> choices) implements StartState {
        @Override
        public String id() {
            if (outcome instanceof MigrationOutcome.TooNew) {
                return "too-new";
            }
            if (outcome instanceof MigrationOutcome.Blocked) {
                return "migration-blocked";
            }
            return outcome instanceof MigrationOutcome.Stuck ? "needs-decision" : "migration-failed";
        }

        @Override
        public String message(Locale locale) {
            return outcome.message(locale);
        }

        @Override
        public String hint(Locale locale) {
            return outcome.hint(locale);
        }
    }

    /** Something stands in the way that is not about the data, such as a lock or a permission. */
    record Unavailable(BackupException reason) implements StartState {
        @Override
        public String id() {
            return reason.error() == BackupError.DATABASE_BUSY ? "busy" : "unavailable";
        }

        @Override
        public String message(Locale locale) {
            return reason.message(locale);
        }

        @Override
        public String hint(Locale locale) {
            return reason.hint(locale);
        }
    }

    /** A stable word for programs. */
    String id();

    /** What is the matter, in English or German. */
    String message(Locale locale);

    /** What to do next, in English or German; empty when nothing is to be done. */
    String hint(Locale locale);
}
