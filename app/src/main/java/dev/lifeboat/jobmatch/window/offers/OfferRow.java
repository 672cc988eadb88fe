package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.jobs.Words;

/**
 * A row of the table, with what it is sorted by made ready, because thousands are compared while somebody waits.
 *
 * @param offer what is shown
 * @param title in a form that is easy to compare
 * @param company likewise
 * @param location likewise
 */
record OfferRow(OfferSummary offer, String title, String company, String location) {
    static OfferRow of(OfferSummary offer) {
        return new OfferRow(
                offer, Words.folded(offer.title()), Words.folded(offer.company()), Words.folded(offer.location()));
    }

    long id() {
        return offer.id();
    }
}
