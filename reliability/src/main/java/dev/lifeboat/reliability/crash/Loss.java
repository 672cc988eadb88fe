package dev.lifeboat.reliability.crash;

import java.util.random.RandomGenerator;

/** What a power failure leaves of what was written but not forced to the disk. */
enum Loss {
    /** Nothing: only what was forced is there. */
    EVERYTHING,
    /** Names and sizes, but zeros instead of data. */
    DATA,
    /** The data, under the names of before. */
    NAMES,
    /** Some of it: sectors of some writes, and in each folder the changes of names up to some moment. */
    RANDOM;

    /** Whether a change of names that was not forced is kept; in a folder none is kept after one that was not. */
    boolean keepsName(RandomGenerator random) {
        return switch (this) {
            case EVERYTHING, NAMES -> false;
            case DATA -> true;
            case RANDOM -> random.nextInt(4) > 0;
        };
    }

    /** Whether a sector, or a change of the size, that was not forced is kept. */
    boolean keepsData(RandomGenerator random) {
        return switch (this) {
            case EVERYTHING, DATA -> false;
            case NAMES -> true;
            case RANDOM -> random.nextBoolean();
        };
    }

    /** Whether a file has grown although what it grew by is lost. */
    boolean keepsSize(RandomGenerator random) {
        return this == DATA || this == RANDOM && random.nextBoolean();
    }
}
