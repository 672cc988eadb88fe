package dev.lifeboat.backup;

import java.util.List;

/**
 * What recovery did.
 *
 * @param actions what was finished, rolled back or swept; empty when nothing had been interrupted
 * @param state which data is there now
 */
public record RecoveryResult(List<Message> actions, DatabaseState state) {
    /** Copies the list. */
    public RecoveryResult {
        actions = List.copyOf(actions);
    }
}
