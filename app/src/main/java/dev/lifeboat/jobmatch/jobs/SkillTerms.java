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
    private final Map<Integer, List<Term>> byBeginning;

    private SkillTerms(Map<Integer, List<Term>> byBeginning) {
        this.byBeginning = byBeginning;
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
        if (!WordBoundary.before(text, position)) {
            return Optional.empty();
        }
        Optional<Term> longer = Optional.empty();
        if (position + 1 < text.length()) {
            longer = first(beginning(text.charAt(position), text.charAt(position + 1)), text, position);
        }
        return longer.isPresent() ? longer : first(beginning(text.charAt(position), ' '), text, position);
    }

    private Optional<Term> first(int beginning, String text, int position) {
        for (Term term : byBeginning.getOrDefault(beginning, List.of())) {
            if (term.isAt(text, position)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /** Two letters in one number, without regard to case, so that few terms need a closer look. */
    private static int beginning(char first, char second) {
        return small(first) << Character.SIZE | small(second);
    }

    private static char small(char c) {
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
        int beginning() {
            return SkillTerms.beginning(words.charAt(0), words.length() > 1 ? words.charAt(1) : ' ');
        }

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
            Map<Integer, List<Term>> byBeginning = new HashMap<>();
            terms.values().stream()
                    .sorted(Comparator.comparingInt((Term term) -> term.words().length())
                            .reversed()
                            .thenComparing(Term::words))
                    .forEach(term -> byBeginning
                            .computeIfAbsent(term.beginning(), first -> new ArrayList<>())
                            .add(term));
            return new SkillTerms(byBeginning);
        }
    }
}
