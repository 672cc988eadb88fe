package dev.lifeboat.jobmatch.jobs;

import java.util.Locale;
import java.util.Optional;

/**
 * A group of skills.
 *
 * @param id 0 for one that is not stored yet
 * @param code set for a category that came with the application and still has its name; its name is translated
 * @param name not blank, unique without regard to case
 */
public record SkillCategory(long id, Optional<String> code, String name) {
    /** Trims the name; throws an {@link IllegalArgumentException} for a blank one. */
    public SkillCategory {
        name = Words.required(name, "the name of a category");
    }

    /** A category of somebody's own that is not stored yet. */
    public static SkillCategory of(String name) {
        return new SkillCategory(0, Optional.empty(), name);
    }

    /** The same one under another name; it is the user's own from then on. */
    public SkillCategory renamed(String newName) {
        return new SkillCategory(id, Optional.empty(), newName);
    }

    /** What people call it in this language. */
    public String label(Locale locale) {
        return code.map(known -> Phrase.of("category." + known).in(locale)).orElse(name);
    }
}
