package dev.lifeboat.jobmatch.jobs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds skills in a text by their names, as whole words and without regard to case.
 *
 * <p>The longest name wins and its letters are used up: "JavaScript" holds no Java, "C++" no C. Immutable.
 */
final class SkillTerms {
    private final Map<Character, List<Term>> byFirstLetter;

    private SkillTerms(Map<Character, List<Term>> byFirstLetter) {
        this.byFirstLetter = byFirstLetter;
    }

    /** The skills in this text, each once, in the order of their first mention. */
    Set<String> in(String text) {
        String normalized = Normalizer.normalize(text, Normalizer.Form.NFC);
        Set<String> skills = new LinkedHashSet<>();
        int position = 0;
        while (position < normalized.length()) {
            Optional<Term> found = at(normalized, position);
            found.flatMap(Term::skill).ifPresent(skills::add);
            position += found.map(term -> term.words().length()).orElse(1);
        }
        return skills;
    }

    private Optional<Term> at(String text, int position) {
        List<Term> candidates = byFirstLetter.get(letter(text.charAt(position)));
        if (candidates == null || !WordBoundary.before(text, position)) {
            return Optional.empty();
        }
        for (Term term : candidates) {
            if (term.isAt(text, position)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    private static char letter(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /**
     * Words that mean a skill.
     *
     * @param words as people write them
     * @param skill that they mean; empty for words that mean none and keep their letters from being taken for one
     * @param isName whether only these capitals count, and only where the words look like a name
     */
    record Term(String words, Optional<String> skill, boolean isName) {
        boolean isAt(String text, int position) {
            int end = position + words.length();
            return text.regionMatches(!isName, position, words, 0, words.length())
                    && WordBoundary.after(text, position, end)
                    && (!isName || WordBoundary.looksLikeName(text, position, end));
        }
    }

    /** Terms in the making; a later one replaces an earlier one of the same words. */
    static final class Builder {
        private final Map<String, Term> terms = new LinkedHashMap<>();

        Builder add(String words, Optional<String> skill, boolean isName) {
            String normalized = Normalizer.normalize(words, Normalizer.Form.NFC);
            terms.put(normalized.toLowerCase(Locale.ROOT), new Term(normalized, skill, isName));
            return this;
        }

        SkillTerms build() {
            Map<Character, List<Term>> byFirstLetter = new HashMap<>();
            terms.values().stream()
                    .sorted(Comparator.comparingInt((Term term) -> term.words().length())
                            .reversed()
                            .thenComparing(Term::words))
                    .forEach(term -> byFirstLetter
                            .computeIfAbsent(letter(term.words().charAt(0)), first -> new ArrayList<>())
                            .add(term));
            return new SkillTerms(byFirstLetter);
        }
    }
}
