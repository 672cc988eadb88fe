package dev.lifeboat.jobmatch.jobs;

import java.util.List;

/**
 * How well an offer matches, and why.
 *
 * @param score 0 to 100
 * @param strengths what speaks for it, the most important first
 * @param gaps what is missing, the most important first
 */
public record MatchResult(int score, List<Phrase> strengths, List<Phrase> gaps) {
    /** Copies the lists; throws an {@link IllegalArgumentException} for any other score. */
    public MatchResult {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("a score of " + score);
        }
        strengths = List.copyOf(strengths);
        gaps = List.copyOf(gaps);
    }
}
