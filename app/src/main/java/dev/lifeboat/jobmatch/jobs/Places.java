package dev.lifeboat.jobmatch.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares places by their names: "Munich, Germany" is in "München" and in "Deutschland". */
final class Places {
    private static final Map<String, String> LOCAL_NAMES = Map.ofEntries(
            Map.entry("munich", "munchen"),
            Map.entry("muenchen", "munchen"),
            Map.entry("cologne", "koln"),
            Map.entry("koeln", "koln"),
            Map.entry("nuremberg", "nurnberg"),
            Map.entry("nuernberg", "nurnberg"),
            Map.entry("hanover", "hannover"),
            Map.entry("brunswick", "braunschweig"),
            Map.entry("duesseldorf", "dusseldorf"),
            Map.entry("vienna", "wien"),
            Map.entry("zuerich", "zurich"),
            Map.entry("geneva", "genf"),
            Map.entry("germany", "deutschland"),
            Map.entry("austria", "osterreich"),
            Map.entry("oesterreich", "osterreich"),
            Map.entry("switzerland", "schweiz"));

    private Places() {}

    /** The first of these places that the location names as whole words. */
    static Optional<String> first(Iterable<String> places, String location) {
        String there = words(location);
        for (String place : places) {
            String wanted = words(place);
            if (!wanted.isBlank() && there.contains(wanted)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Local names of each word, with spaces around. */
    private static String words(String place) {
        return Stream.of(Words.folded(place).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> LOCAL_NAMES.getOrDefault(word, word))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
