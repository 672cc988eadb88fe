package dev.lifeboat.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.swing.Icon;

/** The drawings of this module, by what they stand for. The look and feel tints them. */
enum Icons {
    PROTECTED,
    GETTING_OLD,
    FAILING,
    NOTHING_YET,
    VERIFIED,
    UNVERIFIED,
    DAMAGED,
    FOREIGN,
    RESTORE,
    VERIFY,
    DELETE,
    CLEAN_UP,
    OPEN_FOLDER,
    EDIT_NOTE,
    COPY,
    RELOAD;

    Icon icon() {
        return svg();
    }

    /** The drawing with the height of this many lines of text, roughly. */
    Icon icon(float scale) {
        return svg().derive(scale);
    }

    /** The drawing in the colours of the selected row that shows it, on which its own hardly stand out. */
    Icon onSelection() {
        FlatSVGIcon drawing = svg();
        drawing.setColorFilter(new FlatSVGIcon.ColorFilter(
                (row, colour) -> colour.equals(Color.WHITE) ? row.getBackground() : row.getForeground()));
        return drawing;
    }

    private FlatSVGIcon svg() {
        return load("icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg");
    }

    /** The drawing in this file of the module. */
    static FlatSVGIcon load(String file) {
        try (InputStream drawing = Icons.class.getResourceAsStream(file)) {
            return new FlatSVGIcon(drawing);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
