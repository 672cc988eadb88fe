package dev.lifeboat.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that says what the last whole run found: below the comment {@code <!-- TOPIC -->} up to {@code <!-- end
 * -->}.
 *
 * @param document a text in Markdown
 */
record ResultsDocument(Path document) {
    private static final String END = "<!-- end -->";

    /** Writes what a topic found in place of what it had found before. */
    void put(String topic, Findings findings, Duration took) throws IOException {
        String text = Files.readString(document);
        String begin = "<!-- " + topic + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(END, from);
        if (from < begin.length() || to < 0) {
            throw new IOException(document + " has no place for " + topic + ": " + begin.strip() + " ... " + END);
        }
        Files.writeString(document, text.substring(0, from) + section(findings, took) + text.substring(to));
    }

    private static String section(Findings findings, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        findings.figures().forEach(figure -> lines.add("- " + figure));
        lines.add("- **" + findings.violations().size() + " violations**; " + took.toSeconds() + " s with Java "
                + Runtime.version().feature() + " on " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, on " + LocalDate.now(ZoneOffset.UTC));
        lines.add("");
        lines.add("");
        return String.join("\n", lines);
    }
}
