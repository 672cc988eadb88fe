package dev.lifeboat.benchmark;

/**
 * One row of the report: a contestant held against another.
 *
 * @param topic what was measured, for grouping
 * @param subject whose medians are judged
 * @param reference whose medians they are judged by
 * @param unit of the samples
 * @param figure how the two become one number
 * @param bound what that number is promised to be
 */
record Comparison(String topic, Entry subject, Entry reference, String unit, Figure figure, Bound bound) {
    /** A contestant's name and samples. */
    record Entry(String name, Samples samples) {
        double median() {
            return samples.median();
        }
    }

    /** How two medians become one number. */
    enum Figure {
        /** How many times as long the subject takes. */
        RATIO,
        /** How many times as fast the subject is. */
        SPEED_UP,
        /** How much more the subject takes. */
        DIFFERENCE,
        /** The most that the subject ever took, whatever the reference is. */
        WORST,
        /** How many times as much the subject took at its worst as the reference did at its own. */
        WORST_RATIO
    }

    double value() {
        return switch (figure) {
            case RATIO -> subject.median() / reference.median();
            case SPEED_UP -> reference.median() / subject.median();
            case DIFFERENCE -> subject.median() - reference.median();
            case WORST -> subject.samples().largest();
            case WORST_RATIO ->
                subject.samples().largest() / reference.samples().largest();
        };
    }

    boolean isWithin() {
        return bound.holds(value());
    }
}
