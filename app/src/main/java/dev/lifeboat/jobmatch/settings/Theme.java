package dev.lifeboat.jobmatch.settings;

import java.util.Locale;

/** Whether windows are light or dark. */
public enum Theme {
    /** As the operating system's own. */
    SYSTEM,
    /** Dark text on a light ground. */
    LIGHT,
    /** Light text on a dark ground. */
    DARK;

    /** The lower-case identifier in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
