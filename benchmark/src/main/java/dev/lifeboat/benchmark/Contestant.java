package dev.lifeboat.benchmark;

/**
 * One way to do a piece of work, measured again and again. A peer joins a topic by being one more of these in its race.
 */
interface Contestant {
    String name();

    /**
     * Does the work once and returns what it took, in the unit of the topic; setting up and tidying up do not count.
     */
    double round() throws Exception;

    /** One part of a round. */
    @FunctionalInterface
    interface Step {
        Step NONE = () -> {};

        void run() throws Exception;
    }

    /** A contestant that knows itself what a round took. */
    record Measured(String name, Measurement measurement) implements Contestant {
        @Override
        public double round() throws Exception {
            return measurement.take();
        }
    }

    /** A whole round. */
    @FunctionalInterface
    interface Measurement {
        double take() throws Exception;
    }

    /** A contestant that is measured in milliseconds. */
    record Timed(String name, Step setUp, Step work, Step tidyUp) implements Contestant {
        private static final double NANOS_PER_MILLI = 1e6;

        @Override
        public double round() throws Exception {
            setUp.run();
            try {
                long start = System.nanoTime();
                work.run();
                return (System.nanoTime() - start) / NANOS_PER_MILLI;
            } finally {
                tidyUp.run();
            }
        }
    }
}
