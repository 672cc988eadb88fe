package dev.lifeboat.jobmatch.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Skills that offers ask for, known or not to the user, with other words for them. From {@code skills.txt}, which says
 * how its lines read.
 *
 * @param entries in the order of the file
 */
record SkillCatalog(List<Entry> entries) {
    private static final SkillCatalog BUILT_IN = read();

    /** The one that comes with the application. */
    static SkillCatalog builtIn() {
        return BUILT_IN;
    }

    /**
     * A skill.
     *
     * @param words its name first, then other words for it
     * @param isName whether the name is also an ordinary word
     * @param isSkill false for words that are none
     */
    record Entry(List<String> words, boolean isName, boolean isSkill) {
        String name() {
            return words.get(0);
        }

        private static Entry parse(String line) {
            boolean isSkill = !line.startsWith("- ");
            boolean isName = line.startsWith("!");
            String words = isSkill && !isName ? line : line.substring(1);
            return new Entry(
                    Arrays.stream(words.split("\\|")).map(String::strip).toList(), isName, isSkill);
        }
    }

    private static SkillCatalog read() {
        try (InputStream file = SkillCatalog.class.getResourceAsStream("skills.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Entry> entries = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    entries.add(Entry.parse(line));
                }
            }
            return new SkillCatalog(List.copyOf(entries));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
