package dev.lifeboat.ui;

import dev.lifeboat.backup.RestoreResult;

/** How an attempt to restore ended. */
sealed interface RestoreOutcome {
    /** The data is restored, and nothing had to be started anew. */
    record Restored(RestoreResult result) implements RestoreOutcome {}

    /** The data is restored, but the application could not be started anew. */
    record NotRestarted(RestoreResult result, Exception reason) implements RestoreOutcome {}

    /**
     * Nothing was restored.
     *
     * @param asBefore whether it is certain that nothing was changed
     */
    record NotRestored(Exception reason, boolean asBefore) implements RestoreOutcome {}
}
