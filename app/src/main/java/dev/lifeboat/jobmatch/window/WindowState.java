package dev.lifeboat.jobmatch.window;

import dev.lifeboat.jobmatch.jobs.OfferStatus;
import java.awt.Rectangle;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody left the main window. Lengths are those of a screen at 100 %.
 *
 * @param bounds where it was, if it was ever there
 * @param maximized whether it filled the screen
 * @param divider how wide the list was; 0 if nobody moved it
 * @param columns how wide the columns were, by name
 * @param search what was searched for, or empty
 * @param status which offers were shown; empty for all
 */
record WindowState(
        Optional<Rectangle> bounds,
        boolean maximized,
        int divider,
        Map<String, Integer> columns,
        String search,
        Optional<OfferStatus> status) {
    /** Of somebody who has not been here before. */
    static final WindowState FIRST = new WindowState(Optional.empty(), false, 0, Map.of(), "", Optional.empty());

    /** Copies what can be changed. */
    WindowState {
        bounds = bounds.map(Rectangle::new);
        columns = Map.copyOf(columns);
    }
}
