package dev.lifeboat.jobmatch.jobs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One person's skills together with those that offers usually ask for. A skill that goes by several names, such as
 * JavaScript and JS, is one.
 */
final class KnownSkills {
    private final Map<String, Skill> own = new HashMap<>();
    private final Map<String, String> meanings = new HashMap<>();
    private final SkillTerms.Builder terms = new SkillTerms.Builder();

    private KnownSkills() {}

    static KnownSkills of(List<Skill> skills, SkillCatalog catalog) {
        KnownSkills known = new KnownSkills();
        catalog.entries().forEach(known::learn);
        List<Skill> ordered = skills.stream()
                .sorted(Comparator.comparing((Skill skill) -> small(skill.name()))
                        .thenComparing(Skill::name))
                .toList();
        Map<Skill, String> identities = new HashMap<>();
        for (Skill skill : ordered) {
            String identity = known.meanings.getOrDefault(small(skill.name()), skill.name());
            identities.put(skill, identity);
            // Of two skills that are the same the better one counts.
            known.own.merge(identity, skill, (one, other) -> other.level() > one.level() ? other : one);
        }
        // A name says more than an alias of something else.
        ordered.forEach(skill -> skill.aliases().forEach(alias -> known.mean(alias, identities.get(skill))));
        ordered.forEach(skill -> known.mean(skill.name(), identities.get(skill)));
        return known;
    }

    /** All names of all skills. */
    SkillTerms terms() {
        return terms.build();
    }

    /** The person's level; empty if the skill is not theirs. */
    OptionalInt level(String skill) {
        return own.containsKey(skill) ? OptionalInt.of(own.get(skill).level()) : OptionalInt.empty();
    }

    /** The person's word for it, or the usual one. */
    String name(String skill) {
        return own.containsKey(skill) ? own.get(skill).name() : skill;
    }

    private void learn(SkillCatalog.Entry entry) {
        for (String words : entry.words()) {
            Optional<String> skill = entry.isSkill() ? Optional.of(entry.name()) : Optional.empty();
            terms.add(words, skill, entry.isName() && words.equals(entry.name()));
            skill.ifPresent(name -> meanings.put(small(words), name));
        }
    }

    private void mean(String words, String identity) {
        if (!identity.equals(meanings.put(small(words), identity))) {
            terms.add(words, Optional.of(identity), words.length() <= 2);
        }
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
