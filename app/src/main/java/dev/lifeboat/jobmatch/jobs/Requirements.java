package dev.lifeboat.jobmatch.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which skills an offer asks for, and how much each counts: what is in the title most, what is nice to have least. */
final class Requirements {
    static final int IN_TITLE = 4;
    static final int ASKED_FOR = 2;
    static final int NICE_TO_HAVE = 1;

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.;!?])\\s+");
    private static final List<String> OPTIONAL = List.of(
            "nice to have",
            "nice-to-have",
            "a plus",
            "a bonus",
            "bonus points",
            "an advantage",
            "ideally",
            "optional",
            "desirable",
            "von vorteil",
            "wünschenswert",
            "idealerweise",
            "im idealfall",
            "ein plus",
            "pluspunkt",
            "gern auch",
            "gerne auch");

    private Requirements() {}

    /** The weight of every skill that the offer names, in the order of their first mention. */
    static Map<String, Integer> of(JobOffer offer, SkillTerms terms) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        terms.in(offer.title()).forEach(skill -> weights.put(skill, IN_TITLE));
        boolean optionalSection = false;
        for (String line : offer.fullText().lines().map(String::strip).toList()) {
            if (line.endsWith(":")) {
                optionalSection = isOptional(line);
            }
            for (String sentence : SENTENCES.split(line)) {
                int weight = optionalSection || isOptional(sentence) ? NICE_TO_HAVE : ASKED_FOR;
                terms.in(sentence).forEach(skill -> weights.merge(skill, weight, Math::max));
            }
        }
        return weights;
    }

    private static boolean isOptional(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return OPTIONAL.stream().anyMatch(small::contains);
    }
}
