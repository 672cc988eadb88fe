package dev.lifeboat.jobmatch.settings;

import java.util.Locale;

/** Which language the application speaks. */
public enum Language {
    /** That of the operating system. */
    SYSTEM,
    /** English, whatever the system speaks. */
    ENGLISH,
    /** German, whatever the system speaks. */
    GERMAN;

    /** The lower-case identifier in the settings file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language and the form of numbers and dates. A system that speaks the chosen language already keeps the form
     * of its country.
     *
     * @param system the operating system's locale
     */
    public Locale locale(Locale system) {
        Locale chosen = switch (this) {
            case SYSTEM -> system;
            case ENGLISH -> Locale.ENGLISH;
            case GERMAN -> Locale.GERMAN;
        };
        return chosen.getLanguage().equals(system.getLanguage()) ? system : chosen;
    }
}
