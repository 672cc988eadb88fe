package dev.lifeboat.benchmark;

import java.util.List;
import java.util.stream.Collectors;

/** A document in the making. Parts are kept apart by empty lines; empty lists and tables leave nothing. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(int level, String words) {
        part("#".repeat(level) + ' ' + words);
    }

    void paragraph(String words) {
        part(words);
    }

    void items(List<String> items) {
        if (!items.isEmpty()) {
            part(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
        }
    }

    void table(List<String> header, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            part(row(header) + '\n' + "|---".repeat(header.size()) + "|\n"
                    + rows.stream().map(Markdown::row).collect(Collectors.joining("\n")));
        }
    }

    private void part(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(words).append('\n');
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
