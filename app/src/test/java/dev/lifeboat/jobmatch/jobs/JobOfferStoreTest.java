package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobOfferStoreTest {
    @TempDir
    Path folder;

    private JobDatabase database;
    private JobDatabase.Session session;
    private JobOfferStore offers;

    @BeforeEach
    void open() throws IOException, SQLException {
        database = Schema.newest(folder.resolve("jobs.db"));
        session = database.begin();
        offers = new JobOfferStore(session.connection());
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        database.close();
    }

    @Test
    void anOfferComesBackAsItWasSaved() throws SQLException {
        JobOffer saved = offers.add(Samples.offer());

        assertThat(offers.find(saved.id())).contains(saved);
        assertThat(saved.withId(0)).isEqualTo(Samples.offer());
    }

    @Test
    void anOfferAboutWhichLittleIsKnownComesBackAsItWasSaved() throws SQLException {
        JobOffer saved = offers.add(JobOffer.of("Cook", "ACME").build());
        JobOffer open = offers.add(JobOffer.of("Cook", "ACME")
                .salary(Optional.of(new SalaryRange(OptionalInt.empty(), OptionalInt.of(9), Samples.EURO)))
                .build());

        assertThat(offers.find(saved.id())).contains(saved);
        assertThat(offers.find(open.id())).contains(open);
    }

    @Test
    void anOfferThatIsGoneIsNotFound() throws SQLException {
        JobOffer saved = offers.add(Samples.offer());
        new OfferScoring(session.connection()).score(List.of(saved));

        offers.delete(saved.id());

        assertThat(offers.find(saved.id())).isEmpty();
        assertThat(new MatchStore(session.connection()).find(saved.id())).isEmpty();
        assertThat(offers.update(saved)).isFalse();
    }

    @Test
    void aChangedOfferIsSearchedByItsNewWords() throws SQLException {
        JobOffer saved = offers.add(Samples.offer());
        JobOffer changed = saved.with()
                .title("Bäcker")
                .fullText("Brot")
                .status(OfferStatus.REJECTED)
                .notes("zu früh")
                .build();

        assertThat(offers.update(changed)).isTrue();

        assertThat(offers.find(saved.id())).contains(changed);
        assertThat(offers.list(OfferFilter.ALL.withText("brot"))).hasSize(1);
        assertThat(offers.list(OfferFilter.ALL.withText("java"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "softwareentwickler",
                "ENTWICKLER",
                "köln",
                "KÖLN",
                "koln",
                "ko\u0308ln",
                "söhne",
                "k8s",
                "java kubernetes ehrenfeld",
                "漢字",
                "🚀",
                "  ",
                "\"java\"",
            })
    void anOfferIsFoundByItsWords(String words) throws SQLException {
        offers.add(Samples.offer());

        assertThat(offers.list(OfferFilter.ALL.withText(words))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java cobol", "öztürk", "%", "_", "' OR 1=1 --", "java*"})
    void anOfferIsNotFoundByOtherWords(String words) throws SQLException {
        offers.add(Samples.offer());

        assertThat(offers.list(OfferFilter.ALL.withText(words))).isEmpty();
    }

    @Test
    void streetsAreFoundHoweverTheyAreSpelled() throws SQLException {
        offers.add(JobOffer.of("Cook", "ACME")
                .location("Große Straße", RemoteOption.ON_SITE)
                .build());

        assertThat(offers.list(OfferFilter.ALL.withText("GROSSE STRASSE"))).hasSize(1);
        assertThat(offers.list(OfferFilter.ALL.withText("straße"))).hasSize(1);
    }

    @Test
    void aListBeginsWithTheBestMatchesThenTheNewest() throws SQLException {
        long old = scored("old", 50, "2026-01-01");
        long worse = scored("worse", 20, "2026-09-01");
        long unscored = offers.add(JobOffer.of("unscored", "ACME").build()).id();
        long best = scored("best", 90, "2026-02-01");
        long recent = scored("recent", 50, "2026-03-01");

        assertThat(ids(OfferFilter.ALL)).containsExactly(best, recent, old, worse, unscored);
    }

    @Test
    void aListShowsOnlyWhatPassesEveryCondition() throws SQLException {
        long good = scored("Java", 80, "2026-01-01");
        long applied = scored("Java", 70, "2026-01-01");
        scored("Java", 30, "2026-01-01");
        scored("Cook", 90, "2026-01-01");
        offers.update(offers.find(applied)
                .orElseThrow()
                .with()
                .status(OfferStatus.APPLIED)
                .build());

        assertThat(ids(OfferFilter.ALL.withText("java").withMinimumScore(70))).containsExactly(good, applied);
        assertThat(ids(OfferFilter.ALL.withText("java").withMinimumScore(70).withStatuses(OfferStatus.APPLIED)))
                .containsExactly(applied);
        assertThat(ids(OfferFilter.ALL
                        .withText("java")
                        .withMinimumScore(71)
                        .withStatuses(OfferStatus.APPLIED, OfferStatus.NEW)))
                .containsExactly(good);
    }

    @Test
    void aListShowsWhatTheOfferIs() throws SQLException {
        JobOffer saved = offers.add(Samples.offer());

        assertThat(offers.list(OfferFilter.ALL))
                .containsExactly(new OfferSummary(
                        saved.id(),
                        saved.title(),
                        saved.company(),
                        saved.location(),
                        saved.remote(),
                        saved.status(),
                        saved.posted(),
                        saved.deadline(),
                        OptionalInt.empty()));
    }

    @Test
    void offersAreCountedByStatus() throws SQLException {
        offers.addAll(List.of(
                Samples.offer(),
                JobOffer.of("Cook", "ACME").build(),
                JobOffer.of("Cook", "ACME").build()));

        assertThat(offers.counts()).isEqualTo(Map.of(OfferStatus.APPLIED, 1, OfferStatus.NEW, 2));
        assertThat(offers.count()).isEqualTo(3);
    }

    @Test
    void eachOfferIsVisitedInTheOrderTheyWereAdded() throws SQLException {
        List<JobOffer> added = offers.addAll(List.of(
                Samples.offer(),
                JobOffer.of("B", "ACME").build(),
                JobOffer.of("C", "ACME").build()));
        List<JobOffer> visited = new ArrayList<>();

        offers.each(OfferFilter.ALL, visited::add);

        assertThat(visited).isEqualTo(added);
        assertThat(offers.after(added.get(0).id(), 1)).containsExactly(added.get(1));
    }

    @Test
    void aValueThatCannotBeReadIsNamed() throws SQLException {
        JobOffer saved = offers.add(Samples.offer());
        try (PreparedStatement damage =
                session.connection().prepareStatement("UPDATE job_offers SET remote = 'MOON'")) {
            damage.executeUpdate();
        }

        assertThatThrownBy(() -> offers.find(saved.id()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("remote")
                .hasMessageContaining("MOON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id FROM job_offers ORDER BY match_score DESC, posted_on DESC, id DESC",
                "SELECT id FROM job_offers WHERE match_score >= 70",
                "SELECT id FROM job_offers WHERE status IN ('NEW', 'APPLIED')",
                "SELECT count(*) FROM job_offers GROUP BY status",
                "SELECT id FROM job_offers WHERE source_id = 1 AND url = 'x'",
            })
    void usualQuestionsAreAnsweredByAnIndex(String sql) throws SQLException {
        try (PreparedStatement explain = session.connection().prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet plan = explain.executeQuery()) {
            assertThat(plan.getString("detail")).contains("INDEX job_offers_by_");
            assertThat(plan.next() && plan.next()).as("one step, no sorting").isFalse();
        }
    }

    private long scored(String title, int score, String posted) throws SQLException {
        JobOffer offer = offers.add(JobOffer.of(title, "ACME")
                .posted(Optional.of(LocalDate.parse(posted)))
                .build());
        new MatchStore(session.connection()).saveAll(Map.of(offer.id(), new MatchResult(score, List.of(), List.of())));
        return offer.id();
    }

    private List<Long> ids(OfferFilter filter) throws SQLException {
        return offers.list(filter).stream().map(OfferSummary::id).toList();
    }
}
