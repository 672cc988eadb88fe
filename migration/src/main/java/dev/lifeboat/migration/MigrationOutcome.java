package dev.lifeboat.migration;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.util.Locale;
import java.util.Optional;

/** How an attempt to migrate ended. Only if it {@link #isReady() is ready} may the application open the database. */
public sealed interface MigrationOutcome {
    /** Nothing was pending. */
    record UpToDate(SchemaVersion version) implements MigrationOutcome {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public String message(Locale locale) {
            return Texts.in(locale, "up-to-date", version.value());
        }
    }

    /**
     * All scripts ran, and the database was checked.
     *
     * @param from the version before; empty for a new database
     * @param scripts how many ran
     * @param backup of the data from before; empty for a new database
     */
    record Migrated(Optional<SchemaVersion> from, SchemaVersion to, int scripts, Optional<Backup> backup)
            implements MigrationOutcome {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public String message(Locale locale) {
            return from.isPresent()
                    ? Texts.in(locale, "migrated", from.get().value(), to.value())
                    : Texts.in(locale, "created", to.value());
        }
    }

    /** The database is of a newer version of the application. Nothing was changed. */
    record TooNew(SchemaVersion database, SchemaVersion supported) implements MigrationOutcome {
        @Override
        public String message(Locale locale) {
            return Texts.in(locale, "too-new", database.value(), supported.value());
        }

        @Override
        public String hint(Locale locale) {
            return Texts.in(locale, "too-new.hint");
        }
    }

    /**
     * The database's history does not fit the scripts. Nothing was changed.
     *
     * @param reason what Flyway says; empty when there is no history, because the database is another application's
     */
    record Refused(Optional<String> reason) implements MigrationOutcome {
        @Override
        public String message(Locale locale) {
            return reason.map(why -> Texts.in(locale, "refused", why))
                    .orElseGet(() -> Texts.in(locale, "refused.alien"));
        }

        @Override
        public String hint(Locale locale) {
            return Texts.in(locale, "refused.hint");
        }
    }

    /** There is no backup, so there is no migration (FR-007). Nothing was changed. */
    record Blocked(BackupException reason) implements MigrationOutcome {
        @Override
        public String message(Locale locale) {
            return Texts.in(locale, "blocked", reason.message(locale));
        }

        @Override
        public String hint(Locale locale) {
            return reason.hint(locale);
        }
    }

    /**
     * It failed, and the data from before is there again.
     *
     * @param backup that holds it, too; empty for a database that was new, which is gone again
     */
    record Undone(MigrationFailure failure, Optional<Backup> backup) implements MigrationOutcome {
        @Override
        public String message(Locale locale) {
            return Texts.failed(locale, failure) + " " + Texts.in(locale, backup.isPresent() ? "undone" : "removed");
        }

        @Override
        public String hint(Locale locale) {
            return Texts.in(locale, "undone.hint");
        }
    }

    /**
     * It failed, now or at an earlier start, and the data from before could not be brought back. A person has to choose
     * a backup.
     *
     * @param failure what failed now; empty when it was interrupted earlier
     * @param reason why there was no way back
     */
    record Stuck(Optional<MigrationFailure> failure, Message reason) implements MigrationOutcome {
        @Override
        public String message(Locale locale) {
            String before =
                    failure.map(what -> Texts.failed(locale, what) + " ").orElse("");
            return before + Texts.in(locale, "stuck", reason.in(locale));
        }

        @Override
        public String hint(Locale locale) {
            return Texts.in(locale, "stuck.hint");
        }
    }

    /** Whether the application may open the database. */
    default boolean isReady() {
        return false;
    }

    /** What happened, in English or German. */
    String message(Locale locale);

    /** What to do next, in English or German; empty when nothing is to be done. */
    default String hint(Locale locale) {
        return "";
    }
}
