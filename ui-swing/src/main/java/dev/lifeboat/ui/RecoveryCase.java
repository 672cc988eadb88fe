package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.nio.file.Path;
import java.util.List;

/**
 * Why an application cannot open its database, and what there is to come back from it.
 *
 * @param kind what is the matter
 * @param message what happened and with which file, in the person's language
 * @param hint what to do next; empty when there is nothing to add
 * @param details technical details to copy; empty for none
 * @param database the file that cannot be used
 * @param backupFolder where the backups are, and where damaged files are kept
 * @param choices backups to offer, the best one first
 * @param mayStartEmpty whether beginning with an empty database is offered
 */
public record RecoveryCase(
        Kind kind,
        String message,
        String hint,
        String details,
        Path database,
        Path backupFolder,
        List<Backup> choices,
        boolean mayStartEmpty) {

    /** Copies the list. */
    public RecoveryCase {
        choices = List.copyOf(choices);
    }

    /** What can be the matter with a database at the start. */
    public enum Kind {
        /** It cannot be read as a database. */
        DAMAGED(RestoreOccasion.DAMAGED, false),
        /** It is not there, although it was. */
        MISSING(RestoreOccasion.MISSING, true),
        /** Only a newer version of the application can use it. */
        TOO_NEW(RestoreOccasion.TOO_NEW, false),
        /** A restore was cut short, and a person has to choose what to go on with. */
        INTERRUPTED(RestoreOccasion.UNDECIDED, true),
        /** An update of the schema failed. */
        MIGRATION_FAILED(RestoreOccasion.UNDECIDED, true),
        /** Something else is in the way, such as a lock or a permission; the data may well be fine. */
        UNAVAILABLE(RestoreOccasion.UNDECIDED, true);

        private final RestoreOccasion occasion;
        private final boolean worthAnotherTry;

        Kind(RestoreOccasion occasion, boolean worthAnotherTry) {
            this.occasion = occasion;
            this.worthAnotherTry = worthAnotherTry;
        }

        RestoreOccasion occasion() {
            return occasion;
        }

        boolean isWorthAnotherTry() {
            return worthAnotherTry;
        }
    }

    /** Whether restoring a backup could help. */
    boolean offersBackups() {
        return kind != Kind.UNAVAILABLE || !choices.isEmpty();
    }
}
