package dev.lifeboat.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** How numbers are written, in the report and in the document alike. */
final class Quantity {
    private static final MathContext LIMIT_DIGITS = new MathContext(6);

    private Quantity() {}

    static String of(double value, String unit) {
        return number(value) + " " + unit;
    }

    /** As precise as a measurement is. */
    static String number(double value) {
        double magnitude = Math.abs(value);
        int places = magnitude >= 100 || value == 0 ? 0 : magnitude >= 1 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** The value that a comparison is judged by. */
    static String of(Comparison comparison) {
        double value = comparison.value();
        return switch (comparison.figure()) {
            case RATIO, WORST_RATIO -> twoPlaces(value) + "x";
            case SPEED_UP -> twoPlaces(value) + "x faster";
            case DIFFERENCE -> (value < 0 ? "" : "+") + of(value, comparison.unit());
            case WORST -> "worst " + of(value, comparison.unit());
        };
    }

    /** What a comparison promises; empty where that is nothing. */
    static String bound(Comparison comparison) {
        String unit = switch (comparison.figure()) {
            case RATIO, SPEED_UP, WORST_RATIO -> "x";
            case DIFFERENCE, WORST -> " " + comparison.unit();
        };
        if (comparison.bound() instanceof Bound.AtMost atMost) {
            return "at most " + plain(atMost.limit()) + unit;
        }
        if (comparison.bound() instanceof Bound.AtLeast atLeast) {
            return "at least " + plain(atLeast.limit()) + unit;
        }
        return "";
    }

    /** Whether the promise is kept; empty where nothing is promised. */
    static String verdict(Comparison comparison) {
        if (comparison.bound() instanceof Bound.None) {
            return "";
        }
        return comparison.isWithin() ? "met" : "MISSED";
    }

    static String range(Samples samples) {
        return number(samples.smallest()) + "-" + number(samples.largest());
    }

    static String minutes(Duration took) {
        return took.toMinutes() == 0
                ? took.toSeconds() + " s"
                : took.toMinutes() + " min " + took.toSecondsPart() + " s";
    }

    /** A ratio just over its bound must not look as if it were on it. */
    private static String twoPlaces(double value) {
        return value < 100 ? String.format(Locale.ROOT, "%.2f", value) : number(value);
    }

    private static String plain(double limit) {
        return new BigDecimal(limit).round(LIMIT_DIGITS).stripTrailingZeros().toPlainString();
    }
}
