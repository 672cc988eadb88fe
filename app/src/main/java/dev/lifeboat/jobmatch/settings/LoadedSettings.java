package dev.lifeboat.jobmatch.settings;

import java.util.List;

/**
 * The settings that are in force, and what of the file could not be used.
 *
 * @param settings the file's, with defaults in place of what cannot be used
 * @param notices one for each thing that cannot be used; empty when all is well
 */
public record LoadedSettings(Settings settings, List<Notice> notices) {
    /** Copies the list. */
    public LoadedSettings {
        notices = List.copyOf(notices);
    }
}
