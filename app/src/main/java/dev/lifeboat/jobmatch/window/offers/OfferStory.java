package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.MatchResult;
import dev.lifeboat.jobmatch.jobs.MatchStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Everything about one offer.
 *
 * @param offer with all of its texts
 * @param match how well it matches, if it was scored
 * @param source the name of where it was found, or empty
 */
record OfferStory(JobOffer offer, Optional<MatchResult> match, String source) {
    /** Reads it; empty if the offer is gone. */
    static Optional<OfferStory> read(Connection connection, long id) throws SQLException {
        Optional<JobOffer> offer = new JobOfferStore(connection).find(id);
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        Optional<MatchResult> match = new MatchStore(connection).find(id);
        String source = "";
        if (offer.get().sourceId().isPresent()) {
            long sourceId = offer.get().sourceId().getAsLong();
            source = new JobSourceStore(connection)
                    .all().stream()
                            .filter(one -> one.id() == sourceId)
                            .map(JobSource::name)
                            .findFirst()
                            .orElse("");
        }
        return Optional.of(new OfferStory(offer.get(), match, source));
    }
}
