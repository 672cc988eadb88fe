package dev.lifeboat.jobmatch.jobs;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which offers to show. All conditions must hold.
 *
 * @param text every word of it must occur in title, company, location or full text, also inside of another word;
 *     capitals and accents do not matter. A blank text finds everything.
 * @param statuses one of these; empty for any
 * @param minimumScore at least this; offers without a score are left out then
 */
public record OfferFilter(String text, Set<OfferStatus> statuses, OptionalInt minimumScore) {
    /** Every offer. */
    public static final OfferFilter ALL = new OfferFilter("", Set.of(), OptionalInt.empty());

    /** Copies the set. */
    public OfferFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Only offers with these words. */
    public OfferFilter withText(String words) {
        return new OfferFilter(words, statuses, minimumScore);
    }

    /** Only offers with one of these statuses. */
    public OfferFilter withStatuses(OfferStatus... wanted) {
        return new OfferFilter(text, Set.of(wanted), minimumScore);
    }

    /** Only offers that match at least so well. */
    public OfferFilter withMinimumScore(int score) {
        return new OfferFilter(text, statuses, OptionalInt.of(score));
    }

    List<String> words() {
        String folded = Words.folded(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    List<OfferStatus> orderedStatuses() {
        return statuses.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(statuses));
    }
}
