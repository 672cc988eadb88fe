package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What a topic found out.
 *
 * @param comparisons rows of the table
 * @param remarks what a reader must know about them, such as why one is missing
 */
record Outcome(List<Comparison> comparisons, List<String> remarks) {
    Outcome {
        comparisons = List.copyOf(comparisons);
        remarks = List.copyOf(remarks);
    }

    static Outcome skipped(String reason) {
        return new Outcome(List.of(), List.of(reason));
    }

    static Outcome merged(List<Outcome> outcomes) {
        List<Comparison> comparisons = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            comparisons.addAll(outcome.comparisons());
            remarks.addAll(outcome.remarks());
        }
        return new Outcome(comparisons, remarks);
    }
}
