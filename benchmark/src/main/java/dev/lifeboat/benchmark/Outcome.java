package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What a topic found out.
 *
 * @param comparisons rows of the table of bounds
 * @param standings how everybody did, race by race
 * @param curves for the picture
 * @param remarks what a reader must know about them, such as why one is missing
 */
record Outcome(List<Comparison> comparisons, List<Standing> standings, List<Curve> curves, List<String> remarks) {
    Outcome {
        comparisons = List.copyOf(comparisons);
        standings = List.copyOf(standings);
        curves = List.copyOf(curves);
        remarks = List.copyOf(remarks);
    }

    /** One without races that have more than two contestants, and without curves. */
    Outcome(List<Comparison> comparisons, List<String> remarks) {
        this(comparisons, List.of(), List.of(), remarks);
    }

    static Outcome skipped(String reason) {
        return new Outcome(List.of(), List.of(reason));
    }

    static Outcome merged(List<Outcome> outcomes) {
        List<Comparison> comparisons = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        List<Curve> curves = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            comparisons.addAll(outcome.comparisons());
            standings.addAll(outcome.standings());
            curves.addAll(outcome.curves());
            remarks.addAll(outcome.remarks());
        }
        return new Outcome(comparisons, standings, curves, remarks);
    }
}
