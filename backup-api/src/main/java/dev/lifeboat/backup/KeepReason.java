package dev.lifeboat.backup;

import java.util.Locale;

/** Why clean-up leaves a backup alone. */
public enum KeepReason {
    /** Not older than the limit. */
    RECENT,
    /** Made before an update (FR-024). */
    PRE_MIGRATION,
    /** The newest verified backup; one always stays (FR-020). */
    LAST_VERIFIED,
    /** Dated in the future, so the clock cannot be trusted about it. */
    FUTURE,
    /** Not written by Lifeboat for this database. */
    FOREIGN,
    /** No backup is verified, so none may be deleted on account of another. */
    NO_VERIFIED_BACKUP;

    /** The stable identifier used in machine-readable output, such as {@code last-verified}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason in words. */
    public String text(Locale locale) {
        return Message.of("keep." + id()).in(locale);
    }
}
