package dev.lifeboat.jobmatch.jobs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places to work at, compared by their names: "Munich, Germany" is in "München" and in "Deutschland". */
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

    private final List<String> wanted;

    Places(List<String> names) {
        this.wanted = names.stream()
                .map(Places::words)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** Whether the location names one of these places as whole words. */
    boolean include(String location) {
        String there = words(location);
        return wanted.stream().anyMatch(there::contains);
    }

    /** Local names of each word, with spaces around. */
    private static String words(String place) {
        return Stream.of(Words.folded(place).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> LOCAL_NAMES.getOrDefault(word, word))
                .collect(Collectors.joining(" ", " ", " "));
    }
}
