package dev.lifeboat.jobmatch.jobs.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lists of words, from a resource that says itself how it reads. */
final class DemoWords {
    private final Map<String, List<String>> lists;

    private DemoWords(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    static DemoWords read(String resource) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        try (InputStream file = DemoWords.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> list = List.of();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    list = lists.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    list.add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new DemoWords(lists);
    }

    List<String> all(String list) {
        return lists.get(list);
    }

    String any(String list, Random random) {
        List<String> words = lists.get(list);
        return words.get(random.nextInt(words.size()));
    }

    /** Different ones in any order. */
    List<String> some(String list, int number, Random random) {
        return some(lists.get(list), number, random);
    }

    static List<String> some(List<String> words, int number, Random random) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(number, shuffled.size()));
    }
}
