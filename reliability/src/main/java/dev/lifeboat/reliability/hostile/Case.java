package dev.lifeboat.reliability.hostile;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One thing that is spoilt, and one call of the service. Seed and number tell everything.
 *
 * @param seed of the run
 * @param number from 0
 * @param base how the live database lies there
 * @param target what is spoilt
 * @param action what is called
 */
record Case(long seed, int number, Base base, Target target, Action action) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static Case of(long seed, int number) {
        RandomGenerator random = random(seed, number);
        Base base = Base.values()[random.nextInt(Base.values().length)];
        Target target = Target.at(random.nextInt(Target.HUNDRED));
        Action action = target.actions().get(random.nextInt(target.actions().size()));
        return new Case(seed, number, base, target, action);
    }

    /** The numbers that decide about the damage, the same every time. */
    RandomGenerator random() {
        return random(~seed, number);
    }

    private static RandomGenerator random(long seed, int number) {
        return new SplittableRandom(seed * SPREAD + number);
    }

    @Override
    public String toString() {
        return "seed " + seed + " case " + number + " (" + base + ", " + target + ", " + action + ")";
    }
}
