package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchScorerTest {
    @Nested
    class Skills {
        @Test
        void thatAreAllThereScoreInFull() {
            MatchResult result = scorer(List.of(skill("Java", 9), skill("SQL", 7)), Preferences.NONE)
                    .score(hybrid("Developer", "Java and SQL"));

            assertThat(result.score()).isEqualTo(100);
            assertThat(english(result.strengths()))
                    .startsWith("Java: your level is 9 of 10.", "SQL: your level is 7 of 10.");
            assertThat(result.gaps()).isEmpty();
        }

        @Test
        void thatAreMissingAreNamed() {
            MatchResult result = scorer(List.of(skill("Java", 9), skill("Go", 2)), Preferences.NONE)
                    .score(hybrid("Developer", "Java, Go and Kubernetes.\nNice to have:\n- Terraform\n- Rust"));

            assertThat(english(result.gaps()))
                    .containsExactly(
                            "Go is asked for; your level is 2 of 10.",
                            "Kubernetes is asked for and not among your skills.",
                            "Rust would be welcome and is not among your skills.",
                            "Terraform would be welcome and is not among your skills.");
        }

        @Test
        void thatAreNiceToHaveCountLessThanThoseAskedFor() {
            MatchScorer scorer = scorer(List.of(skill("Java", 9)), Preferences.NONE);

            int optional = scorer.score(hybrid("Developer", "Java. Kubernetes von Vorteil."))
                    .score();
            int required =
                    scorer.score(hybrid("Developer", "Java. Kubernetes.")).score();

            assertThat(optional).isGreaterThan(required);
        }

        @Test
        void inTheTitleCountMost() {
            MatchScorer scorer = scorer(List.of(skill("Java", 9)), Preferences.NONE);

            int title =
                    scorer.score(hybrid("Java Developer", "Java, Kubernetes")).score();
            int text = scorer.score(hybrid("Developer", "Java, Kubernetes")).score();

            assertThat(title).isGreaterThan(text);
        }

        @Test
        void areKnownByTheirOtherNames() {
            Skill javaScript = new Skill(1, 1, "JS", 8, List.of("Jott-Ess"));
            MatchScorer scorer = scorer(List.of(javaScript), Preferences.NONE);

            for (String word : List.of("JavaScript", "js", "ECMAScript", "Jott-Ess")) {
                assertThat(english(scorer.score(hybrid("Developer", word)).strengths()))
                        .as(word)
                        .contains("JS: your level is 8 of 10.");
            }
        }

        @Test
        void ofTheUsersOwnAreFoundToo() {
            MatchResult result =
                    scorer(List.of(skill("Löten", 8)), Preferences.NONE).score(hybrid("Techniker", "Sie LÖTEN gern."));

            assertThat(english(result.strengths())).contains("Löten: your level is 8 of 10.");
        }

        @Test
        void thatNobodyKnowsCountHalf() {
            MatchResult result = scorer(List.of(), Preferences.NONE).score(hybrid("Bäcker", "Brot backen"));

            assertThat(english(result.gaps())).containsExactly("The offer names no skill that is known here.");
            assertThat(result.score()).isEqualTo(57);
        }
    }

    @Nested
    class PreferencesOf {
        @ParameterizedTest
        @CsvSource({
            "'München', 'Munich, Germany', true",
            "'Munich', '80331 München', true",
            "'Köln', 'Koeln-Ehrenfeld', true",
            "'Germany', 'Berlin, Deutschland', true",
            "'Berlin', 'BERLIN-Mitte', true",
            "'Essen', 'Hessen', false",
            "'Ulm', 'Neu-Ulm', true",
            "'Frankfurt (Oder)', 'Frankfurt am Main', false",
        })
        void placesAreComparedByTheirNames(String wanted, String location, boolean same) {
            Preferences preferences =
                    new Preferences(List.of(wanted), 50, OptionalInt.empty(), Samples.EURO, ContractType.UNKNOWN);
            JobOffer offer = JobOffer.of("Developer", "ACME")
                    .location(location, RemoteOption.HYBRID)
                    .fullText("Java")
                    .build();

            int score =
                    scorer(List.of(skill("Java", 9)), preferences).score(offer).score();

            assertThat(score).isEqualTo(same ? 100 : 82);
        }

        @Test
        void placesDoNotMatterForRemoteWork() {
            Preferences preferences =
                    new Preferences(List.of("Berlin"), 100, OptionalInt.empty(), Samples.EURO, ContractType.UNKNOWN);
            JobOffer offer = JobOffer.of("Java Developer", "ACME")
                    .location("Bogotá", RemoteOption.REMOTE)
                    .build();

            assertThat(scorer(List.of(skill("Java", 9)), preferences)
                            .score(offer)
                            .score())
                    .isEqualTo(100);
        }

        @Test
        void remoteWorkAreExplained() {
            Preferences preferences =
                    new Preferences(List.of(), 100, OptionalInt.empty(), Samples.EURO, ContractType.UNKNOWN);
            JobOffer offer = JobOffer.of("Java Developer", "ACME")
                    .location("Berlin", RemoteOption.ON_SITE)
                    .build();

            MatchResult result = scorer(List.of(), preferences).score(offer);

            assertThat(english(result.gaps())).contains("On site, but you would like 100 % remote work.");
            assertThat(result.gaps().get(1).in(Locale.GERMAN))
                    .isEqualTo("Vor Ort; Sie wünschen sich 100 % Arbeit von zu Hause.");
        }

        @Test
        void salaryAreExplainedWithBothNumbers() {
            Preferences preferences =
                    new Preferences(List.of(), 50, OptionalInt.of(70_000), Samples.EURO, ContractType.UNKNOWN);
            MatchScorer scorer = scorer(List.of(), preferences);

            MatchResult enough = scorer.score(paying(hybrid("Developer", ""), 75_000));
            MatchResult little = scorer.score(paying(hybrid("Developer", ""), 60_000));
            MatchResult francs = scorer.score(hybrid("Developer", "")
                    .with()
                    .salary(Optional.of(SalaryRange.of(1, 99_000, Currency.getInstance("CHF"))))
                    .build());

            assertThat(english(enough.strengths())).contains("Pays up to 75,000 EUR a year; your minimum is 70,000.");
            assertThat(english(little.gaps())).contains("Pays up to 60,000 EUR a year; your minimum is 70,000.");
            assertThat(english(francs.gaps())).contains("The salary is in another currency than yours.");
        }

        @Test
        void theContractCountLittle() {
            Preferences preferences =
                    new Preferences(List.of(), 50, OptionalInt.empty(), Samples.EURO, ContractType.PERMANENT);
            JobOffer offer = hybrid("Java Developer", "")
                    .with()
                    .contract(ContractType.FREELANCE)
                    .build();

            MatchResult result = scorer(List.of(skill("Java", 9)), preferences).score(offer);

            assertThat(english(result.gaps())).containsExactly("Freelance, but you want: Permanent.");
            assertThat(result.score()).isEqualTo(93);
        }
    }

    private static MatchScorer scorer(List<Skill> skills, Preferences preferences) {
        return new MatchScorer(skills, preferences);
    }

    private static Skill skill(String name, int level) {
        return Skill.of(Samples.CATEGORY, name, level);
    }

    private static JobOffer hybrid(String title, String text) {
        return JobOffer.of(title, "ACME")
                .location("Berlin", RemoteOption.HYBRID)
                .fullText(text)
                .build();
    }

    private static JobOffer paying(JobOffer offer, int salary) {
        return offer.with()
                .salary(Optional.of(SalaryRange.of(salary, salary, Samples.EURO)))
                .build();
    }

    private static List<String> english(List<Phrase> phrases) {
        return phrases.stream().map(phrase -> phrase.in(Locale.ENGLISH)).toList();
    }
}
