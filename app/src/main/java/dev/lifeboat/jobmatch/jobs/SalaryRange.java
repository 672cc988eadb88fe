package dev.lifeboat.jobmatch.jobs;

import java.util.Currency;
import java.util.OptionalInt;

/**
 * What an offer pays in a year, before taxes, in whole units of a currency. One end may be open, not both.
 *
 * @param from at least this, not negative
 * @param to at most this, not less than {@code from}
 * @param currency of both
 */
public record SalaryRange(OptionalInt from, OptionalInt to, Currency currency) {
    /** Checks what is said above and throws an {@link IllegalArgumentException} otherwise. */
    public SalaryRange {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("a salary without a number");
        }
        if (from.orElse(0) < 0 || to.orElse(0) < 0) {
            throw new IllegalArgumentException("a salary below zero");
        }
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            throw new IllegalArgumentException("a salary from " + from.getAsInt() + " to " + to.getAsInt());
        }
    }

    /** A range with both ends. */
    public static SalaryRange of(int from, int to, Currency currency) {
        return new SalaryRange(OptionalInt.of(from), OptionalInt.of(to), currency);
    }

    /** The most that can be hoped for: the upper end, or the lower one where it is open. */
    public int best() {
        return to.orElseGet(from::getAsInt);
    }
}
