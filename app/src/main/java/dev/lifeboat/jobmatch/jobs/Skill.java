package dev.lifeboat.jobmatch.jobs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something the user can do, and how well.
 *
 * @param id 0 for one that is not stored yet
 * @param categoryId the category it belongs to
 * @param name not blank, unique without regard to case
 * @param level 0 (none) to 10 (expert)
 * @param aliases other words for the same thing in offers, none blank and each once, in alphabetical order
 */
public record Skill(long id, long categoryId, String name, int level, List<String> aliases) {
    /** The highest level. */
    public static final int BEST_LEVEL = 10;

    /** Trims and sorts the words; throws an {@link IllegalArgumentException} for a blank word or a wrong level. */
    public Skill {
        name = Words.required(name, "the name of a skill");
        Set<String> once = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        aliases.forEach(alias -> once.add(Words.required(alias, "another name of a skill")));
        aliases = List.copyOf(once);
        if (level < 0 || level > BEST_LEVEL) {
            throw new IllegalArgumentException("a skill level of " + level);
        }
    }

    /** A skill without other names that is not stored yet. */
    public static Skill of(SkillCategory category, String name, int level) {
        return new Skill(0, category.id(), name, level, List.of());
    }

    /** The same skill at another level. */
    public Skill withLevel(int newLevel) {
        return new Skill(id, categoryId, name, newLevel, aliases);
    }
}
