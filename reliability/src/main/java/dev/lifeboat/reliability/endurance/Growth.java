package dev.lifeboat.reliability.endurance;

import dev.lifeboat.reliability.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Tells growth from noise. What is counted in pieces must not grow at all between the middle and the end; memory, which
 * Java takes and gives back when it likes, may rise by less than what a leak of a few hundred bytes per cycle would add
 * up to, or by a fixed allowance where there are few cycles.
 */
final class Growth {
    private static final double HEAP_KILOBYTES_PER_CYCLE = 0.1;
    private static final double RESIDENT_KILOBYTES_PER_CYCLE = 1;
    private static final long HEAP_ALLOWANCE_KILOBYTES = 1024;
    private static final long RESIDENT_ALLOWANCE_KILOBYTES = 12 * 1024;

    private final List<Sample> samples;
    private final List<String> violations = new ArrayList<>();

    Growth(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    Findings findings() {
        requireNone("descriptors", Sample::descriptors);
        requireNone("threads", Sample::threads);
        requireNone("temporary files", Sample::temporaryFiles);
        requireNone("locks", Sample::locks);
        requireLittle("heap", Sample::heapKilobytes, HEAP_KILOBYTES_PER_CYCLE, HEAP_ALLOWANCE_KILOBYTES);
        requireLittle(
                "resident memory",
                Sample::residentKilobytes,
                RESIDENT_KILOBYTES_PER_CYCLE,
                RESIDENT_ALLOWANCE_KILOBYTES);
        return new Findings(
                List.of("before: " + samples.get(0), "in the middle: " + middle(), "at the end: " + last()),
                violations);
    }

    private void requireNone(String what, ToLongFunction<Sample> amount) {
        long before = Math.max(amount.applyAsLong(samples.get(0)), amount.applyAsLong(middle()));
        if (amount.applyAsLong(last()) > before) {
            violations.add(what + " grew from " + before + " to " + amount.applyAsLong(last()));
        }
    }

    private void requireLittle(String what, ToLongFunction<Sample> amount, double perCycle, long allowance) {
        long growth = amount.applyAsLong(last()) - amount.applyAsLong(middle());
        long bound = Math.max(allowance, (long) (perCycle * (last().cycle() - middle().cycle())));
        if (growth > bound) {
            violations.add(what + " grew by " + growth + " KB over the last half; " + bound + " KB are noise");
        }
    }

    private Sample middle() {
        return samples.get(samples.size() / 2);
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }
}
