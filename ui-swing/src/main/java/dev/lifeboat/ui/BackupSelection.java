package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which backups a person has selected. */
interface BackupSelection {
    /** From top to bottom. */
    List<Backup> selected();

    /** Makes this the only selected one and scrolls to it; nothing when it is not there. */
    void select(String name);

    /** The only selected one. */
    default Optional<Backup> single() {
        return selected().size() == 1 ? Optional.of(selected().get(0)) : Optional.empty();
    }

    /** The key of the sentence that says why nothing can be done with the selection as it is. */
    default Optional<String> refusal(Predicate<Backup> fits, String otherwise) {
        if (selected().isEmpty()) {
            return Optional.of("action.refused.nothing-selected");
        }
        if (selected().size() > 1) {
            return Optional.of("action.refused.several-selected");
        }
        return single().filter(fits.negate()).map(unfit -> otherwise);
    }
}
