package dev.lifeboat.benchmark;

import java.util.List;

/**
 * How something changes with the size of the database.
 *
 * @param panel what its values are
 * @param name whose values they are
 * @param points at least one, smallest size first
 */
record Curve(Panel panel, String name, List<Point> points) {
    Curve {
        points = List.copyOf(points);
    }

    /** What the values of a curve are; curves of the same panel share its axes. */
    enum Panel {
        TIME("Time per megabyte", "ms/MB"),
        MEMORY("Peak memory above the floor of the JVM", "MB");

        private final String title;
        private final String unit;

        Panel(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }

        String title() {
            return title;
        }

        String unit() {
            return unit;
        }
    }

    /** The value at one size. */
    record Point(int megabytes, double value) {}
}
