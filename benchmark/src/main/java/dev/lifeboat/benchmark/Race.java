package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs contestants alternately, so that a slow minute of the machine hits all of them, and in another order every
 * round, drawn by lot but the same in every run, so that none always follows the same one: what one leaves the disk and
 * the processors to do slows down the next.
 *
 * @param warmUps rounds that do not count
 * @param rounds rounds that do
 */
record Race(int warmUps, int rounds) {
    private static final long SEED = 1;

    /** The measured rounds of each contestant. */
    Map<Contestant, Samples> run(List<Contestant> contestants) throws Exception {
        Map<Contestant, List<Double>> measured = new LinkedHashMap<>();
        contestants.forEach(contestant -> measured.put(contestant, new ArrayList<>()));
        List<Contestant> order = new ArrayList<>(contestants);
        Random lot = new Random(SEED);
        for (int round = -warmUps; round < rounds; round++) {
            Collections.shuffle(order, lot);
            for (Contestant contestant : order) {
                double sample = contestant.round();
                if (round >= 0) {
                    measured.get(contestant).add(sample);
                }
            }
        }
        Map<Contestant, Samples> samples = new LinkedHashMap<>();
        measured.forEach((contestant, values) -> samples.put(contestant, new Samples(values)));
        return samples;
    }
}
