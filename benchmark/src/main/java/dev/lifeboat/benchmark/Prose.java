package dev.lifeboat.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cheap text that looks like prose: sentences drawn from a pool that is made once. */
final class Prose {
    private static final String[] SYLLABLES =
            "ba de fi go lu ma ne pi ro su ta ve xi zo an er in or ul es cra ple tri stu gra clo bre dri fla"
                    .split(" ");
    private static final int WORDS = 4000;
    private static final int SENTENCES = 3000;

    private final Random random;
    private final List<String> words;
    private final List<String> sentences = new ArrayList<>();

    Prose(Random random) {
        this.random = random;
        this.words = IntStream.range(0, WORDS)
                .mapToObj(i -> newWord())
                .sorted()
                .distinct()
                .toList();
        for (int i = 0; i < SENTENCES; i++) {
            sentences.add(capitalized(words(between(8, 24))) + ". ");
        }
    }

    /** So many characters, the number drawn from this range. */
    String text(int low, int high) {
        int length = between(low, high);
        StringBuilder text = new StringBuilder(length + 256);
        while (text.length() < length) {
            text.append(sentences.get(random.nextInt(sentences.size())));
        }
        return text.substring(0, length);
    }

    String word() {
        return words.get(random.nextInt(words.size()));
    }

    /** Two to five capitalized words. */
    String name() {
        return IntStream.range(0, between(2, 5))
                .mapToObj(i -> capitalized(word()))
                .collect(Collectors.joining(" "));
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String newWord() {
        return IntStream.range(0, between(1, 4))
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
