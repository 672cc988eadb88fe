package dev.lifeboat.reliability;

import java.util.List;

/**
 * What a topic found.
 *
 * @param figures what was tried and how often, one sentence each, as they stand in the documentation
 * @param violations of what is promised, in words that let them be repeated; empty when every promise was kept
 */
public record Findings(List<String> figures, List<String> violations) {
    public Findings {
        figures = List.copyOf(figures);
        violations = List.copyOf(violations);
    }
}
