package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.Rectangle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the marks of a timeline stand: by time from the oldest backup to now, the higher the larger. Marks that would
 * hide each other are moved apart as far as there is room.
 *
 * @param marks oldest first
 */
record TimelineMarks(List<Mark> marks) {
    /**
     * One backup's mark.
     *
     * @param backup which
     * @param bounds where it is drawn
     */
    record Mark(Backup backup, Rectangle bounds) {}

    /**
     * Places a mark for each.
     *
     * @param area where they stand
     * @param width of a mark
     */
    static TimelineMarks of(List<Backup> backups, Instant now, Rectangle area, int width) {
        List<Backup> oldestFirst = backups.stream().sorted(Backup.OLDEST_FIRST).toList();
        if (oldestFirst.isEmpty() || area.width <= width) {
            return new TimelineMarks(List.of());
        }
        double[] left = places(oldestFirst, now, area.width - width);
        moveApart(left, area.width - width, width + Math.max(1, width / 3.0));
        long largest = Math.max(
                1, oldestFirst.stream().mapToLong(Backup::sizeBytes).max().orElse(1));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            Backup backup = oldestFirst.get(i);
            int height = (int) Math.max(width, area.height * (backup.sizeBytes() / (double) largest));
            int x = area.x + (int) Math.round(left[i]);
            marks.add(new Mark(backup, new Rectangle(x, area.y + area.height - height, width, height)));
        }
        return new TimelineMarks(List.copyOf(marks));
    }

    /** The mark at this place; of several the one drawn last. The whole column counts, not only the mark. */
    Optional<Mark> at(int x) {
        return marks.stream()
                .filter(mark -> x >= mark.bounds.x && x < mark.bounds.x + mark.bounds.width)
                .reduce((below, above) -> above);
    }

    private static double[] places(List<Backup> oldestFirst, Instant now, double room) {
        Instant first = oldestFirst.get(0).createdAt();
        Instant newest = oldestFirst.get(oldestFirst.size() - 1).createdAt();
        Instant last = newest.isAfter(now) ? newest : now;
        double span = Math.max(1, last.getEpochSecond() - first.getEpochSecond());
        return oldestFirst.stream()
                .mapToDouble(backup -> room * (backup.createdAt().getEpochSecond() - first.getEpochSecond()) / span)
                .toArray();
    }

    private static void moveApart(double[] left, double room, double wanted) {
        double step = left.length < 2 ? wanted : Math.min(wanted, room / (left.length - 1));
        for (int i = 1; i < left.length; i++) {
            left[i] = Math.max(left[i], left[i - 1] + step);
        }
        double limit = room;
        for (int i = left.length - 1; i >= 0; i--) {
            left[i] = Math.min(left[i], limit);
            limit = left[i] - step;
        }
    }
}
