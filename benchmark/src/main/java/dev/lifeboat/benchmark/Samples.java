package dev.lifeboat.benchmark;

import java.util.List;

/**
 * What one contestant took.
 *
 * @param values at least one, smallest first
 */
record Samples(List<Double> values) {
    Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double smallest() {
        return values.get(0);
    }

    double largest() {
        return values.get(values.size() - 1);
    }
}
