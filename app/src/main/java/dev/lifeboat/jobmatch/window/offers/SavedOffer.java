package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an editor begins with.
 *
 * @param offer as it was stored when the editor was opened, or a new one
 * @param sources to choose from
 */
record SavedOffer(JobOffer offer, List<JobSource> sources) {
    SavedOffer {
        sources = List.copyOf(sources);
    }

    /** A new offer, found today. Its title and company are only there because every offer has some. */
    static SavedOffer fresh(Connection connection, Clock clock) throws SQLException {
        JobOffer offer = JobOffer.of("?", "?")
                .posted(Optional.of(LocalDate.now(clock)))
                .fetched(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        return new SavedOffer(offer, new JobSourceStore(connection).all());
    }

    /** The stored offer of this number, if it is there. */
    static Optional<SavedOffer> read(Connection connection, long id) throws SQLException {
        List<JobSource> sources = new JobSourceStore(connection).all();
        return new JobOfferStore(connection).find(id).map(offer -> new SavedOffer(offer, sources));
    }

    boolean isNew() {
        return offer.id() == 0;
    }
}
