package dev.lifeboat.benchmark;

import java.util.Arrays;

/**
 * How long commits took, between one look and the next.
 *
 * @param count how many succeeded
 * @param busy how many failed because the database was locked for longer than the time-out
 * @param seconds from the look before
 * @param p99Millis 99 of 100 took no longer
 * @param longestMillis no one took longer
 */
record Commits(int count, int busy, double seconds, double p99Millis, double longestMillis) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    double perSecond() {
        return count / seconds;
    }

    /** Collects durations. For one thread that records and another that looks. */
    static final class Recorder {
        private long[] nanos = new long[1 << 14];
        private int count;
        private int busy;
        private long since = System.nanoTime();

        synchronized void succeeded(long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
        }

        synchronized void wasBusy() {
            busy++;
        }

        /** What was recorded, and starts anew. */
        synchronized Commits look() {
            long now = System.nanoTime();
            Arrays.sort(nanos, 0, count);
            double p99 = count == 0 ? 0 : nanos[(int) Math.ceil(count * 0.99) - 1] / NANOS_PER_MILLI;
            double longest = count == 0 ? 0 : nanos[count - 1] / NANOS_PER_MILLI;
            Commits commits = new Commits(count, busy, (now - since) / NANOS_PER_SECOND, p99, longest);
            count = 0;
            busy = 0;
            since = now;
            return commits;
        }
    }
}
