package dev.lifeboat.jobmatch.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/**
 * Scores offers against one person's skills and preferences, and says why.
 *
 * <p>Skills count 60 points, location 15, remote work 10, salary 10, contract 5. What the person does not mind is left
 * out and the rest scaled up to 100. What the offer does not say counts half. A higher level never lowers a score.
 *
 * <p>Nothing but the arguments matters: no clock, no network, no chance. Immutable and safe for several threads.
 */
public final class MatchScorer {
    private static final int SKILLS = 60;
    private static final int LOCATION = 15;
    private static final int REMOTE = 10;
    private static final int SALARY = 10;
    private static final int CONTRACT = 5;

    /** From this level on a skill counts in full. */
    private static final int FULL_LEVEL = 7;

    /** From this level on a skill is a strength. */
    private static final int STRONG_LEVEL = 5;

    private static final double UNKNOWN = 0.5;

    private final SkillTerms terms;
    private final KnownSkills known;
    private final Preferences preferences;
    private final Places places;

    /** A scorer for somebody with these skills, in any order, and these preferences. */
    public MatchScorer(List<Skill> skills, Preferences preferences) {
        this.known = KnownSkills.of(skills, SkillCatalog.builtIn());
        this.terms = known.terms();
        this.preferences = preferences;
        this.places = new Places(preferences.locations());
    }

    /** The offer's score and the reasons for it. */
    public MatchResult score(JobOffer offer) {
        Tally tally = new Tally();
        skills(offer, tally);
        location(offer, tally);
        remote(offer, tally);
        salary(offer, tally);
        contract(offer, tally);
        return tally.result();
    }

    private void skills(JobOffer offer, Tally tally) {
        Map<String, Integer> required = Requirements.of(offer, terms);
        if (required.isEmpty()) {
            tally.gap(SKILLS, UNKNOWN, Phrase.of("gap.skills-unknown"));
            return;
        }
        double reached = 0;
        double possible = 0;
        ToIntFunction<String> weight = required::get;
        List<String> byWeight = new ArrayList<>(required.keySet());
        byWeight.sort(Comparator.comparingInt(weight).reversed().thenComparing(Comparator.naturalOrder()));
        for (String skill : byWeight) {
            OptionalInt level = known.level(skill);
            reached += weight.applyAsInt(skill) * Math.min(1.0, level.orElse(0) / (double) FULL_LEVEL);
            possible += weight.applyAsInt(skill);
            explain(skill, level, weight.applyAsInt(skill) == Requirements.NICE_TO_HAVE, tally);
        }
        tally.count(SKILLS, reached / possible);
    }

    private void explain(String skill, OptionalInt level, boolean niceToHave, Tally tally) {
        String name = known.name(skill);
        String suffix = niceToHave ? "-optional" : "";
        if (level.isEmpty()) {
            tally.gap(Phrase.of("gap.skill-missing" + suffix, name));
        } else if (level.getAsInt() < STRONG_LEVEL) {
            tally.gap(Phrase.of("gap.skill-weak" + suffix, name, level.getAsInt()));
        } else {
            tally.strength(Phrase.of("strength.skill", name, level.getAsInt()));
        }
    }

    private void location(JobOffer offer, Tally tally) {
        if (preferences.locations().isEmpty()) {
            return;
        }
        if (places.include(offer.location())) {
            tally.strength(LOCATION, 1, Phrase.of("strength.location", offer.location()));
        } else if (offer.remote() == RemoteOption.REMOTE) {
            tally.strength(LOCATION, 1, Phrase.of("strength.anywhere"));
        } else if (offer.location().isEmpty()) {
            tally.gap(LOCATION, UNKNOWN, Phrase.of("gap.location-unknown"));
        } else {
            tally.gap(LOCATION, 0, Phrase.of("gap.location", offer.location()));
        }
    }

    private void remote(JobOffer offer, Tally tally) {
        int wish = preferences.remoteWish();
        if (offer.remote() == RemoteOption.UNKNOWN) {
            tally.gap(REMOTE, UNKNOWN, Phrase.of("gap.remote-unknown"));
            return;
        }
        int least = offer.remote() == RemoteOption.REMOTE ? 80 : offer.remote() == RemoteOption.HYBRID ? 20 : 0;
        int most = offer.remote() == RemoteOption.REMOTE ? 100 : offer.remote() == RemoteOption.HYBRID ? 80 : 20;
        int distance = Math.max(0, Math.max(least - wish, wish - most));
        if (distance == 0) {
            tally.strength(
                    REMOTE, 1, Phrase.of("strength.remote", offer.remote().label(), wish));
        } else {
            tally.gap(
                    REMOTE,
                    1 - distance / 100.0,
                    Phrase.of("gap.remote", offer.remote().label(), wish));
        }
    }

    private void salary(JobOffer offer, Tally tally) {
        if (preferences.minimumSalary().isEmpty()) {
            return;
        }
        int minimum = preferences.minimumSalary().getAsInt();
        Optional<SalaryRange> salary =
                offer.salary().filter(range -> range.currency().equals(preferences.currency()));
        if (salary.isEmpty()) {
            tally.gap(SALARY, UNKNOWN, Phrase.of(offer.salary().isEmpty() ? "gap.salary-unknown" : "gap.currency"));
            return;
        }
        int best = salary.get().best();
        String currency = preferences.currency().getCurrencyCode();
        if (best >= minimum) {
            tally.strength(SALARY, 1, Phrase.of("strength.salary", best, currency, minimum));
        } else {
            double missing = (minimum - best) / (double) minimum;
            // A fifth less than the minimum is worth nothing.
            tally.gap(SALARY, Math.max(0, 1 - 5 * missing), Phrase.of("gap.salary", best, currency, minimum));
        }
    }

    private void contract(JobOffer offer, Tally tally) {
        ContractType wanted = preferences.contract();
        if (wanted == ContractType.UNKNOWN) {
            return;
        }
        if (offer.contract() == ContractType.UNKNOWN) {
            tally.gap(CONTRACT, UNKNOWN, Phrase.of("gap.contract-unknown"));
        } else if (offer.contract() == wanted) {
            tally.strength(CONTRACT, 1, Phrase.of("strength.contract", wanted.label()));
        } else {
            tally.gap(CONTRACT, 0, Phrase.of("gap.contract", offer.contract().label(), wanted.label()));
        }
    }

    /** What has been counted so far. */
    private static final class Tally {
        private final List<Phrase> strengths = new ArrayList<>();
        private final List<Phrase> gaps = new ArrayList<>();
        private double reached;
        private double possible;

        void count(int points, double share) {
            reached += points * share;
            possible += points;
        }

        void strength(int points, double share, Phrase reason) {
            count(points, share);
            strength(reason);
        }

        void gap(int points, double share, Phrase reason) {
            count(points, share);
            gap(reason);
        }

        void strength(Phrase reason) {
            strengths.add(reason);
        }

        void gap(Phrase reason) {
            gaps.add(reason);
        }

        MatchResult result() {
            return new MatchResult((int) Math.round(100 * reached / possible), strengths, gaps);
        }
    }
}
