package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.JobSource;
import dev.lifeboat.jobmatch.jobs.JobSourceStore;
import dev.lifeboat.jobmatch.jobs.OfferScoring;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores what an editor holds and scores it, unless the offer has become another one meanwhile. For use in a
 * transaction.
 *
 * @param before what the editor began with
 * @param after what it holds
 * @param source the name of the source, or empty
 * @param force whether to store it whatever has happened meanwhile
 */
record OfferSaving(SavedOffer before, JobOffer after, String source, boolean force) {
    OfferSaving(SavedOffer before, JobOffer after, String source) {
        this(before, after, source, false);
    }

    /** What became of it. */
    sealed interface Outcome permits Saved, Changed, Deleted {}

    /** It is stored. */
    record Saved(JobOffer offer) implements Outcome {}

    /** Somebody else has changed the offer; nothing was stored. */
    record Changed() implements Outcome {}

    /** Somebody has deleted the offer; nothing was stored. */
    record Deleted() implements Outcome {}

    /** The same, whatever has happened to the stored offer. */
    OfferSaving regardless() {
        return new OfferSaving(before, after, source, true);
    }

    Outcome run(Connection connection) throws SQLException {
        JobOfferStore offers = new JobOfferStore(connection);
        Optional<JobOffer> now =
                before.isNew() ? Optional.empty() : offers.find(before.offer().id());
        if (!force && !before.isNew()) {
            if (now.isEmpty()) {
                return new Deleted();
            }
            if (!now.get().equals(before.offer())) {
                return new Changed();
            }
        }
        JobOffer offer = after.with().foundAt(sourceId(connection), after.url()).build();
        JobOffer stored = offer;
        if (now.isPresent()) {
            offers.update(offer);
        } else {
            stored = offers.add(offer);
        }
        new OfferScoring(connection).score(List.of(stored));
        return new Saved(stored);
    }

    private OptionalLong sourceId(Connection connection) throws SQLException {
        if (source.isEmpty()) {
            return OptionalLong.empty();
        }
        JobSourceStore sources = new JobSourceStore(connection);
        Optional<JobSource> known = sources.named(source);
        return OptionalLong.of((known.isPresent() ? known.get() : sources.save(JobSource.of(source, ""))).id());
    }
}
