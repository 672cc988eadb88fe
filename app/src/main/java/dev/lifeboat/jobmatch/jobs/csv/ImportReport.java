package dev.lifeboat.jobmatch.jobs.csv;

import java.util.List;

/**
 * What became of a file.
 *
 * @param imported how many offers were added
 * @param duplicates lines that were left out because their offer is there, or came earlier in the file
 * @param rejections lines that were left out because something is wrong with them; one line can be here several times
 */
public record ImportReport(int imported, List<Rejection> duplicates, List<Rejection> rejections) {
    /** Copies the lists. */
    public ImportReport {
        duplicates = List.copyOf(duplicates);
        rejections = List.copyOf(rejections);
    }

    /** How many lines were rejected. */
    public int rejectedLines() {
        return (int) rejections.stream().mapToLong(Rejection::line).distinct().count();
    }
}
