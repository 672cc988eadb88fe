package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupError;
import java.util.Locale;

/**
 * What the process tells whoever started it: one number per outcome. The names of failures are the codes in
 * machine-readable output.
 *
 * <p>The numbers are a promise to scripts; they never change their meaning.
 */
enum ExitCode {
    SUCCESS(0),
    UNKNOWN(1),
    USAGE(2),
    CONFIRMATION_REQUIRED(3),
    DAMAGE_FOUND(4),
    CLEANUP_INCOMPLETE(5),
    INSUFFICIENT_SPACE(10),
    PERMISSION_DENIED(11),
    DATABASE_NOT_FOUND(12),
    DATABASE_BUSY(13),
    DATABASE_DAMAGED(14),
    VERIFICATION_FAILED(15),
    OPERATION_IN_PROGRESS(16),
    DIRECTORY_NOT_FOUND(17),
    BACKUP_NOT_FOUND(18),
    INVALID_NAME(19),
    SCHEMA_TOO_NEW(20),
    INTEGRITY_FAILED(21),
    RESTORE_FAILED(22),
    LAST_BACKUP_PROTECTED(23),
    PROVIDER_NOT_FOUND(24),
    MIGRATION_FAILED(25),
    MIGRATION_BLOCKED(26),
    DECISION_NEEDED(27),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number the process ends with. */
    int number() {
        return number;
    }

    /** The outcome of an operation that failed with this error. */
    static ExitCode of(BackupError error) {
        return valueOf(error.name());
    }

    /** What the number means, for the help text. */
    String meaning(Texts texts) {
        for (BackupError error : BackupError.values()) {
            if (error.name().equals(name())) {
                return error.text(texts.locale()) + " (" + name() + ")";
            }
        }
        return texts.of("exit." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
