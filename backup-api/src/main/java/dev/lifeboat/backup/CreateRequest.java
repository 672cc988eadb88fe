package dev.lifeboat.backup;

/**
 * What to create.
 *
 * @param kind manual, automatic or pre-migration; safety backups are made by a restore only
 * @param trigger what asks for it, such as {@code settings} or {@code interval}; recorded in the sidecar
 * @param note a person's note; may be empty
 */
public record CreateRequest(BackupKind kind, String trigger, String note) {
    /** Refuses {@link BackupKind#SAFETY}. */
    public CreateRequest {
        if (kind == BackupKind.SAFETY) {
            throw new IllegalArgumentException("safety backups are made by a restore");
        }
    }

    /** A manual backup without a note. */
    public static CreateRequest manual(String trigger) {
        return new CreateRequest(BackupKind.MANUAL, trigger, "");
    }
}
