package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every store but that of the offers, over a real database. */
class StoresTest {
    @TempDir
    Path folder;

    private JobDatabase database;
    private JobDatabase.Session session;

    @BeforeEach
    void open() throws IOException, SQLException {
        database = Schema.newest(folder.resolve("jobs.db"));
        session = database.begin();
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        database.close();
    }

    @Nested
    class Profiles {
        @Test
        void areEmptyAtFirst() throws SQLException {
            assertThat(store().load()).isEqualTo(Profile.EMPTY);
        }

        @Test
        void comeBackAsTheyWereSaved() throws SQLException {
            Profile profile = new Profile("Zoë Müller", "Entwicklerin", "zoe@example.org", "Köln", "Zwei\nZeilen");

            store().save(Profile.EMPTY);
            store().save(profile);

            assertThat(store().load()).isEqualTo(profile);
        }

        private ProfileStore store() {
            return new ProfileStore(session.connection());
        }
    }

    @Nested
    class WantedJobs {
        @Test
        void areNotLimitedAtFirst() throws SQLException {
            assertThat(store().load()).isEqualTo(Preferences.NONE);
        }

        @Test
        void comeBackAsTheyWereSaved() throws SQLException {
            Preferences preferences = new Preferences(
                    List.of("Wien", "Köln", "Aachen"),
                    80,
                    OptionalInt.of(70_000),
                    Samples.EURO,
                    ContractType.PERMANENT);

            store().save(new Preferences(
                    List.of("Bonn"), 0, OptionalInt.empty(), Samples.EURO, ContractType.FREELANCE));
            store().save(preferences);

            assertThat(store().load()).isEqualTo(preferences);
        }

        private PreferencesStore store() {
            return new PreferencesStore(session.connection());
        }
    }

    @Nested
    class Skills {
        @Test
        void beginWithCategoriesThatReadInEveryLanguage() throws SQLException {
            SkillCategory first = store().categories().get(0);

            assertThat(store().categories()).hasSize(6);
            assertThat(first.label(Locale.ENGLISH)).isEqualTo("Programming languages");
            assertThat(first.label(Locale.GERMAN)).isEqualTo("Programmiersprachen");
        }

        @Test
        void keepTheNameThatTheUserGaveTheirCategory() throws SQLException {
            SkillCategory renamed = store().save(store().categories().get(0).renamed("Sprachen"));

            assertThat(store().categories().get(0)).isEqualTo(renamed);
            assertThat(renamed.label(Locale.ENGLISH)).isEqualTo("Sprachen");
        }

        @Test
        void comeBackAsTheyWereSaved() throws SQLException {
            SkillCategory category = store().save(SkillCategory.of("Handwerk"));
            Skill soldering = store().save(new Skill(0, category.id(), "Löten", 7, List.of("solder", "Weichlöten")));
            Skill java = store().save(Skill.of(category, "Java", 3));

            Skill better = store().save(new Skill(java.id(), category.id(), "Java SE", 10, List.of("JDK")));

            assertThat(store().skills()).containsExactly(better, soldering);
        }

        @Test
        void loseTheAliasesThatTheirNewVersionDoesNotHave() throws SQLException {
            SkillCategory category = store().categories().get(0);
            Skill java = store().save(new Skill(0, category.id(), "Java", 3, List.of("JDK", "JRE")));

            store().save(new Skill(java.id(), category.id(), "Java", 3, List.of("jdk")));

            assertThat(store().skills().get(0).aliases()).containsExactly("jdk");
        }

        @Test
        void ofTheSameNameAreRefused() throws SQLException {
            SkillCategory category = store().categories().get(0);
            store().save(Skill.of(category, "Java", 3));

            assertThatThrownBy(() -> store().save(Skill.of(category, "JAVA", 3)))
                    .isInstanceOf(SQLException.class);
        }

        @Test
        void withoutACategoryAreRefused() {
            assertThatThrownBy(() -> store().save(new Skill(0, 4711, "Java", 3, List.of())))
                    .isInstanceOf(SQLException.class);
        }

        @Test
        void goWithTheirCategory() throws SQLException {
            SkillCategory category = store().save(SkillCategory.of("Handwerk"));
            store().save(new Skill(0, category.id(), "Löten", 7, List.of("solder")));

            store().deleteCategory(category.id());

            assertThat(store().skills()).isEmpty();
        }

        @Test
        void canBeDeleted() throws SQLException {
            Skill java = store().save(Skill.of(store().categories().get(0), "Java", 3));

            store().deleteSkill(java.id());

            assertThat(store().skills()).isEmpty();
        }

        private SkillStore store() {
            return new SkillStore(session.connection());
        }
    }

    @Nested
    class Sources {
        @Test
        void areFoundByName() throws SQLException {
            assertThat(store().named(" linkedin ")).map(JobSource::url).contains("https://www.linkedin.com/jobs");
            assertThat(store().named("Nowhere")).isEmpty();
        }

        @Test
        void comeBackAsTheyWereSaved() throws SQLException {
            JobSource added = store().save(JobSource.of("Schwarzes Brett", ""));

            JobSource changed = store().save(new JobSource(added.id(), "Brett", "https://example.org"));

            assertThat(store().all()).contains(changed).doesNotContain(added);
        }

        @Test
        void leaveTheirOffersWhenTheyAreDeleted() throws SQLException {
            JobSource source = store().save(JobSource.of("Schwarzes Brett", ""));
            JobOfferStore offers = new JobOfferStore(session.connection());
            JobOffer offer = offers.add(Samples.offer()
                    .with()
                    .foundAt(OptionalLong.of(source.id()), "")
                    .build());

            store().delete(source.id());

            assertThat(offers.find(offer.id()).orElseThrow().sourceId()).isEmpty();
        }

        private JobSourceStore store() {
            return new JobSourceStore(session.connection());
        }
    }

    @Nested
    class Matches {
        @Test
        void comeBackWithTheirReasons() throws SQLException {
            JobOffer offer = new JobOfferStore(session.connection()).add(Samples.offer());
            MatchResult result = new MatchResult(
                    42,
                    List.of(Phrase.of("strength.skill", "\"Löten\"", 7), Phrase.of("strength.anywhere")),
                    List.of(Phrase.of("gap.remote", RemoteOption.ON_SITE.label(), 100)));

            store().saveAll(Map.of(offer.id(), new MatchResult(1, List.of(), List.of())));
            store().saveAll(Map.of(offer.id(), result));

            assertThat(store().find(offer.id())).contains(result);
        }

        @Test
        void areMissingBeforeAnOfferIsScored() throws SQLException {
            JobOffer offer = new JobOfferStore(session.connection()).add(Samples.offer());

            assertThat(store().find(offer.id())).isEqualTo(Optional.empty());
        }

        @Test
        void ofAllOffersFollowTheSkills() throws SQLException {
            JobOfferStore offers = new JobOfferStore(session.connection());
            for (int i = 0; i < 1_203; i++) {
                offers.add(Samples.offer());
            }
            new OfferScoring(session.connection()).scoreAll(Progress.NONE);
            int before = offers.list(OfferFilter.ALL).get(0).score().orElseThrow();
            SkillStore skills = new SkillStore(session.connection());
            skills.save(Skill.of(skills.categories().get(0), "Java", 9));

            new OfferScoring(session.connection()).scoreAll(Progress.NONE);

            assertThat(offers.list(OfferFilter.ALL))
                    .hasSize(1_203)
                    .allMatch(offer -> offer.score().orElseThrow() > before);
        }

        private MatchStore store() {
            return new MatchStore(session.connection());
        }
    }
}
