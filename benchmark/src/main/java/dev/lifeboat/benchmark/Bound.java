package dev.lifeboat.benchmark;

/** What a measured value is held against; missing it is said, and is no failure of the run. */
sealed interface Bound {
    /** Nothing is promised, the value is only told. */
    Bound NONE = new None();

    boolean holds(double value);

    /** The value must not be larger. */
    record AtMost(double limit) implements Bound {
        @Override
        public boolean holds(double value) {
            return value <= limit;
        }
    }

    /** The value must not be smaller. */
    record AtLeast(double limit) implements Bound {
        @Override
        public boolean holds(double value) {
            return value >= limit;
        }
    }

    /** Any value will do. */
    record None() implements Bound {
        @Override
        public boolean holds(double value) {
            return true;
        }
    }
}
