package dev.lifeboat.jobmatch.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.jobs.Phrase;
import dev.lifeboat.jobmatch.jobs.Profile;
import dev.lifeboat.jobmatch.jobs.ProfileStore;
import dev.lifeboat.jobmatch.jobs.Progress;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDataTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameData() throws Exception {
        try (JobDatabase one = filled("one.db", 300, 42);
                JobDatabase other = filled("other.db", 300, 42);
                JobDatabase different = filled("different.db", 300, 43)) {
            assertThat(offers(other)).isEqualTo(offers(one));
            assertThat(offers(different)).isNotEqualTo(offers(one));
        }
    }

    @Test
    void offersAreBelievable() throws Exception {
        try (JobDatabase database = filled("jobs.db", 2_000, 1)) {
            List<JobOffer> offers = offers(database);

            assertThat(offers).allSatisfy(offer -> {
                assertThat(offer.fullText()).hasSizeBetween(300, 2_000).contains(offer.company());
                assertThat(offer.posted().orElseThrow())
                        .isBetween(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 11, 23));
                offer.salary().ifPresent(salary -> assertThat(salary.best()).isBetween(25_000, 220_000));
            });
            assertThat(offers)
                    .extracting(offer -> offer.title() + offer.company() + offer.location())
                    .doesNotHaveDuplicates();
            assertThat(offers.stream().map(JobOffer::status).collect(Collectors.toSet()))
                    .contains(OfferStatus.values());
            assertThat(offers)
                    .filteredOn(offer -> offer.fullText().contains("Wir bieten:"))
                    .hasSizeBetween(1_000, 1_400);
            assertThat(offers)
                    .filteredOn(offer -> offer.fullText().contains("What we offer:"))
                    .hasSizeBetween(600, 1_000);
        }
    }

    @Test
    void scoresAreSpread() throws Exception {
        try (JobDatabase database = filled("jobs.db", 1_000, 1)) {
            List<OfferSummary> offers =
                    database.with(connection -> new JobOfferStore(connection).list(OfferFilter.ALL));

            IntSummaryStatistics scores = offers.stream()
                    .mapToInt(offer -> offer.score().orElseThrow())
                    .summaryStatistics();

            assertThat(scores.getMin()).isLessThan(30);
            assertThat(scores.getMax()).isGreaterThan(85);
            assertThat(scores.getAverage()).isBetween(35.0, 65.0);
        }
    }

    @Test
    void thereIsSomebodyWithSkills() throws Exception {
        try (JobDatabase database = filled("jobs.db", 5, 1)) {
            Profile profile = database.with(connection -> new ProfileStore(connection).load());
            List<Skill> skills = database.with(connection -> new SkillStore(connection).skills());

            assertThat(profile.name()).isEqualTo("Alex Berger");
            assertThat(skills).hasSize(25);
        }
    }

    @Test
    void dataOfSomebodyElseAreLeftAlone() throws Exception {
        try (JobDatabase database = Schema.newest(folder.resolve("jobs.db"))) {
            database.with(connection -> new JobOfferStore(connection)
                    .add(JobOffer.of("Cook", "ACME").build()));

            assertThatThrownBy(() -> fill(database, 5, 1))
                    .isInstanceOfSatisfying(
                            NotEmptyException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Phrase.of("demo.not-empty")));

            assertThat(offers(database)).hasSize(1);
        }
    }

    @Test
    void aProfileIsDataToo() throws Exception {
        try (JobDatabase database = Schema.newest(folder.resolve("jobs.db"))) {
            database.inTransaction(connection -> {
                new ProfileStore(connection).save(new Profile("Ada", "", "", "", ""));
                return null;
            });

            assertThatThrownBy(() -> fill(database, 5, 1)).isInstanceOf(NotEmptyException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 50_001})
    void otherNumbersAreRefused(int offers) throws Exception {
        try (JobDatabase database = Schema.newest(folder.resolve("jobs.db"))) {
            assertThatThrownBy(() -> fill(database, offers, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private JobDatabase filled(String name, int offers, long seed) throws IOException, SQLException, NotEmptyException {
        JobDatabase database = Schema.newest(folder.resolve(name));
        fill(database, offers, seed);
        return database;
    }

    private static void fill(JobDatabase database, int offers, long seed) throws SQLException, NotEmptyException {
        try (JobDatabase.Session session = database.begin()) {
            new DemoData(session.connection(), CLOCK).fill(offers, seed, Progress.NONE);
            session.commit();
        }
    }

    private static List<JobOffer> offers(JobDatabase database) throws SQLException {
        List<JobOffer> offers = new ArrayList<>();
        database.with(connection -> {
            new JobOfferStore(connection).each(OfferFilter.ALL, offers::add);
            return null;
        });
        return offers;
    }
}
