package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.Preferences;
import dev.lifeboat.jobmatch.jobs.PreferencesStore;
import dev.lifeboat.jobmatch.jobs.Profile;
import dev.lifeboat.jobmatch.jobs.ProfileStore;
import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillCategory;
import dev.lifeboat.jobmatch.jobs.SkillStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything about the person who looks for a job.
 *
 * @param profile who it is
 * @param preferences what is wanted of a job
 * @param categories of skills
 * @param skills stored ones, and new ones without a number
 */
record Person(Profile profile, Preferences preferences, List<SkillCategory> categories, List<Skill> skills) {
    Person {
        categories = List.copyOf(categories);
        skills = List.copyOf(skills);
    }

    static Person read(Connection connection) throws SQLException {
        SkillStore skills = new SkillStore(connection);
        return new Person(
                new ProfileStore(connection).load(),
                new PreferencesStore(connection).load(),
                skills.categories(),
                skills.skills());
    }

    /** Stores what is different from before. Call it in a transaction. */
    void write(Connection connection, Person before) throws SQLException {
        new ProfileStore(connection).save(profile);
        new PreferencesStore(connection).save(preferences);
        SkillStore store = new SkillStore(connection);
        Map<Long, Skill> known = new HashMap<>();
        before.skills.forEach(skill -> known.put(skill.id(), skill));
        for (Skill old : before.skills) {
            if (skills.stream().noneMatch(skill -> skill.id() == old.id())) {
                store.deleteSkill(old.id());
            }
        }
        List<Skill> changed = skills.stream()
                .filter(skill -> !skill.equals(known.get(skill.id())))
                .toList();
        for (Skill skill : changed) {
            // Two skills may have swapped their names, which must not be the same even for a moment.
            if (skill.id() != 0) {
                store.save(new Skill(
                        skill.id(), skill.categoryId(), UUID.randomUUID().toString(), skill.level(), skill.aliases()));
            }
        }
        for (Skill skill : changed) {
            store.save(skill);
        }
    }
}
