package dev.lifeboat.backup;

/**
 * What to restore, and which refusals a person has overridden.
 *
 * @param name file name of the backup
 * @param allowNewerSchema restore although the backup's schema is newer than supported (FR-015)
 * @param allowForeign restore although the sidecar names another database (FR-003)
 */
public record RestoreRequest(String name, boolean allowNewerSchema, boolean allowForeign) {
    /** A restore with every check in force. */
    public static RestoreRequest of(String name) {
        return new RestoreRequest(name, false, false);
    }
}
