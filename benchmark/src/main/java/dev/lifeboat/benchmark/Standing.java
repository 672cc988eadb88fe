package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How everybody who took part in a race did.
 *
 * @param topic what was measured, for grouping
 * @param megabytes size of the database that they worked on
 * @param unit of the samples
 * @param floor what the others are held against
 * @param others fastest first
 * @param absent who could not take part, with the reason
 */
record Standing(
        String topic,
        int megabytes,
        String unit,
        Comparison.Entry floor,
        List<Comparison.Entry> others,
        Map<String, String> absent) {
    Standing {
        others = others.stream()
                .sorted(Comparator.comparingDouble(Comparison.Entry::median))
                .toList();
        absent = new TreeMap<>(absent);
    }

    static Standing of(
            Topic topic,
            int megabytes,
            String unit,
            Contestant floor,
            Map<Contestant, Samples> samples,
            Map<String, String> absent) {
        List<Comparison.Entry> others = new ArrayList<>();
        samples.forEach((contestant, taken) -> {
            if (contestant != floor) {
                others.add(new Comparison.Entry(contestant.name(), taken));
            }
        });
        return new Standing(
                topic.id(), megabytes, unit, new Comparison.Entry(floor.name(), samples.get(floor)), others, absent);
    }

    String title() {
        return topic + ", " + megabytes + " MB";
    }

    /** The floor, then the others. */
    List<Comparison.Entry> entries() {
        List<Comparison.Entry> all = new ArrayList<>(List.of(floor));
        all.addAll(others);
        return all;
    }

    double ratio(Comparison.Entry entry) {
        return entry.median() / floor.median();
    }
}
