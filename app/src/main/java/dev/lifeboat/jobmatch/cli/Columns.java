package dev.lifeboat.jobmatch.cli;

import java.util.ArrayList;
import java.util.List;

/** A table as lines of text: columns as wide as their widest cell, two spaces apart. */
final class Columns {
    private static final String GAP = "  ";

    private final List<Boolean> rightAligned = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A column whose cells begin at the same place. */
    Columns left() {
        rightAligned.add(false);
        return this;
    }

    /** A column of numbers. */
    Columns right() {
        rightAligned.add(true);
        return this;
    }

    /** A row with one cell for every column. */
    Columns row(String... cells) {
        if (cells.length != rightAligned.size()) {
            throw new IllegalArgumentException(cells.length + " cells in " + rightAligned.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The rows as lines without trailing spaces. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(width(column) - length(cell));
            line.append(column == 0 ? "" : GAP);
            line.append(rightAligned.get(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(cells -> length(cells.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
