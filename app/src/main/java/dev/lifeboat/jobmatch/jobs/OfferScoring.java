package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores stored offers with the stored skills and preferences. Uses the connection of its caller. */
public final class OfferScoring {
    private static final int PAGE = 500;

    private final JobOfferStore offers;
    private final MatchStore matches;
    private final MatchScorer scorer;

    /** Reads skills and preferences as they are now. */
    public OfferScoring(Connection connection) throws SQLException {
        this.offers = new JobOfferStore(connection);
        this.matches = new MatchStore(connection);
        this.scorer = new MatchScorer(new SkillStore(connection).skills(), new PreferencesStore(connection).load());
    }

    /** Scores stored offers, such as after they were added or changed, and stores the results. */
    public Map<Long, MatchResult> score(List<JobOffer> stored) throws SQLException {
        Map<Long, MatchResult> results = new LinkedHashMap<>();
        stored.forEach(offer -> results.put(offer.id(), scorer.score(offer)));
        matches.saveAll(results);
        return results;
    }

    /**
     * Scores every offer, such as after skills or preferences were changed. Call it in a transaction: fast then, and
     * all or nothing.
     *
     * @param progress in offers
     */
    public void scoreAll(Progress progress) throws SQLException {
        long total = offers.count();
        long done = 0;
        List<JobOffer> page = offers.after(0, PAGE);
        while (!page.isEmpty()) {
            score(page);
            done += page.size();
            progress.at(done, Math.max(done, total));
            page = offers.after(page.get(page.size() - 1).id(), PAGE);
        }
    }
}
