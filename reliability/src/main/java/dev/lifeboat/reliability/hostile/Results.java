package dev.lifeboat.reliability.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the cases. For one thread. */
final class Results {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private String after = "";
    private int cases;
    private long slowest;

    /** Takes note of a line that a child wrote when a case was over, or that accuses. */
    void take(String line) {
        if (line.startsWith(Cases.BEGIN)) {
            after = "";
        } else if (line.startsWith(Cases.AFTER)) {
            after = line.substring(Cases.AFTER.length());
        } else if (line.startsWith(Cases.VIOLATION)) {
            complain(line.substring(Cases.VIOLATION.length()));
        } else if (line.startsWith(Cases.END)) {
            String[] words = line.substring(Cases.END.length()).split(" ");
            counts.merge(words[0] + " " + words[1] + " " + words[2], 1, Integer::sum);
            cases++;
            slowest = Math.max(slowest, Long.parseLong(words[3]));
        }
    }

    /** Adds what had been spoilt. */
    void complain(String words) {
        String violation = words + " -- after " + after;
        System.out.println("! " + violation);
        violations.add(violation);
    }

    /** How many cases came to an end. */
    int cases() {
        return cases;
    }

    /** The longest an answer took. */
    long slowestMillis() {
        return slowest;
    }

    /** How often an answer was of this kind, whatever was asked. */
    int count(String answer) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(" " + answer))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The number of each answer, by what was spoilt and what was asked. */
    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
