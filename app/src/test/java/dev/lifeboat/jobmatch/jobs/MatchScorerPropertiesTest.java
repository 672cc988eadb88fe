package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any offer, any skills and any preferences. The same random ones every time. */
class MatchScorerPropertiesTest {
    private static final int TRIES = 2_000;

    private final Random random = new Random(20261123);

    @Test
    void theScoreIsBetween0And100() {
        for (int i = 0; i < TRIES; i++) {
            MatchResult result =
                    scorer(Samples.skills(random), Samples.preferences(random)).score(Samples.offer(random));

            assertThat(result.score()).isBetween(0, 100);
        }
    }

    @Test
    void theSameGivesTheSame() {
        for (int i = 0; i < TRIES; i++) {
            List<Skill> skills = Samples.skills(random);
            Preferences preferences = Samples.preferences(random);
            JobOffer offer = Samples.offer(random);
            List<Skill> shuffled = new ArrayList<>(skills);
            Collections.shuffle(shuffled, random);

            assertThat(scorer(shuffled, preferences).score(offer))
                    .isEqualTo(scorer(skills, preferences).score(offer));
        }
    }

    @Test
    void aBetterLevelNeverLowersTheScore() {
        for (int i = 0; i < TRIES; i++) {
            List<Skill> skills = new ArrayList<>(Samples.skills(random));
            Preferences preferences = Samples.preferences(random);
            JobOffer offer = Samples.offer(random);
            if (skills.isEmpty()) {
                continue;
            }
            int before = scorer(skills, preferences).score(offer).score();
            int index = random.nextInt(skills.size());
            Skill skill = skills.get(index);

            skills.set(index, skill.withLevel(skill.level() + random.nextInt(Skill.BEST_LEVEL - skill.level() + 1)));

            assertThat(scorer(skills, preferences).score(offer).score())
                    .as("%s, %s", skills, offer)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void aHigherSalaryNeverLowersTheScore() {
        for (int i = 0; i < TRIES; i++) {
            MatchScorer scorer = scorer(Samples.skills(random), Samples.preferences(random));
            JobOffer offer = Samples.offer(random);
            int low = random.nextInt(100_000);
            int high = low + random.nextInt(50_000);

            assertThat(scorer.score(paying(offer, high)).score())
                    .isGreaterThanOrEqualTo(scorer.score(paying(offer, low)).score());
        }
    }

    @Test
    void anOfferInTheRightPlaceIsNeverWorse() {
        for (int i = 0; i < TRIES; i++) {
            Preferences preferences = Samples.preferences(random);
            MatchScorer scorer = scorer(Samples.skills(random), preferences);
            JobOffer offer = Samples.offer(random);
            JobOffer near = offer.with().location("Berlin", offer.remote()).build();
            JobOffer far = offer.with().location("Ouagadougou", offer.remote()).build();

            assertThat(scorer.score(near).score())
                    .isGreaterThanOrEqualTo(scorer.score(far).score());
        }
    }

    @Test
    void everyReasonReadsInBothLanguages() {
        for (int i = 0; i < TRIES; i++) {
            MatchResult result =
                    scorer(Samples.skills(random), Samples.preferences(random)).score(Samples.offer(random));

            List<Phrase> reasons = new ArrayList<>(result.strengths());
            reasons.addAll(result.gaps());
            assertThat(reasons).isNotEmpty().doesNotHaveDuplicates();
            for (Phrase reason : reasons) {
                assertThat(reason.in(Locale.ENGLISH)).doesNotContain("{", "[").contains(" ");
                assertThat(reason.in(Locale.GERMAN)).doesNotContain("{", "[").isNotEqualTo(reason.in(Locale.ENGLISH));
            }
        }
    }

    private static MatchScorer scorer(List<Skill> skills, Preferences preferences) {
        return new MatchScorer(skills, preferences);
    }

    private static JobOffer paying(JobOffer offer, int salary) {
        return offer.with()
                .salary(Optional.of(SalaryRange.of(salary, salary, Samples.EURO)))
                .build();
    }
}
