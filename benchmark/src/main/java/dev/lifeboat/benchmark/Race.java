package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs contestants alternately, so that a slow minute of the machine hits all of them, and in another order every
 * round, so that none always follows the same one.
 *
 * @param warmUps rounds that do not count
 * @param rounds rounds that do
 */
record Race(int warmUps, int rounds) {
    /** The measured rounds of each contestant. */
    Map<Contestant, Samples> run(List<Contestant> contestants) throws Exception {
        Map<Contestant, List<Double>> measured = new LinkedHashMap<>();
        contestants.forEach(contestant -> measured.put(contestant, new ArrayList<>()));
        for (int round = -warmUps; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get(Math.floorMod(i + round, contestants.size()));
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
