package dev.lifeboat.jobmatch.desktop;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.Icon;

/** The application's own icon. */
final class AppIcon {
    private static final float LARGE = 2;

    private AppIcon() {}

    /** For the frames of windows, in all usual sizes. */
    static List<Image> images() {
        FlatSVGIcon icon = load();
        return Stream.of(16, 20, 24, 32, 48, 64, 128)
                .map(size -> icon.derive(size, size).getImage())
                .toList();
    }

    /** For headings. */
    static Icon large() {
        return load().derive(LARGE);
    }

    private static FlatSVGIcon load() {
        try (InputStream drawing = AppIcon.class.getResourceAsStream("application.svg")) {
            return new FlatSVGIcon(drawing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
