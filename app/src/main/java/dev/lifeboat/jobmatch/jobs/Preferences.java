package dev.lifeboat.jobmatch.jobs;

import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;

/**
 * What somebody wants of a job. There is one in a database.
 *
 * @param locations places to work at, the most wanted first; empty if it does not matter
 * @param remoteWish how much of the time to work remotely, 0 to 100 percent
 * @param minimumSalary in a year, before taxes, in whole units of the currency; not negative
 * @param currency of the salary
 * @param contract the wanted kind; {@link ContractType#UNKNOWN} if it does not matter
 */
public record Preferences(
        List<String> locations, int remoteWish, OptionalInt minimumSalary, Currency currency, ContractType contract) {
    /** What is assumed of somebody who has not said anything. */
    public static final Preferences NONE =
            new Preferences(List.of(), 50, OptionalInt.empty(), Currency.getInstance("EUR"), ContractType.UNKNOWN);

    /**
     * Trims the places, copies the list; throws an {@link IllegalArgumentException} for a value outside of its range.
     */
    public Preferences {
        locations = locations.stream()
                .map(location -> Words.required(location, "a preferred location"))
                .toList();
        if (remoteWish < 0 || remoteWish > 100) {
            throw new IllegalArgumentException("a remote wish of " + remoteWish + " percent");
        }
        if (minimumSalary.orElse(0) < 0) {
            throw new IllegalArgumentException("a salary below zero");
        }
    }
}
