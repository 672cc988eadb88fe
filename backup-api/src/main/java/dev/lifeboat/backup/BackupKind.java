package dev.lifeboat.backup;

import java.util.Optional;

/**
 * Why a backup exists. The identifier is what file names, sidecars and the command line use; people read translated
 * words.
 */
public enum BackupKind {
    /** Somebody asked for it. */
    MANUAL("manual"),
    /** Made by the application because the configured interval had passed. */
    AUTOMATIC("automatic"),
    /** Made before a migration changed the schema (FR-001); exempt from clean-up. */
    PRE_MIGRATION("pre-migration"),
    /** Made before a restore replaced the data (FR-018). */
    SAFETY("safety");

    private final String id;

    BackupKind(String id) {
        this.id = id;
    }

    /** The stable lower-case identifier, such as {@code pre-migration}. */
    public String id() {
        return id;
    }

    /** The kind with this identifier, or empty when there is none. */
    public static Optional<BackupKind> fromId(String id) {
        for (BackupKind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
