package dev.lifeboat.jobmatch.window.parts;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.Icon;

/** The icons of the windows, by their role. They follow the look and feel's colours. */
public final class Icons {
    private static final float LARGE = 2;

    private Icons() {}

    /** The icon of this role: the name of a file in {@code icons} without its ending. */
    public static FlatSVGIcon of(String role) {
        try (InputStream file = Icons.class.getResourceAsStream("icons/" + role + ".svg")) {
            return new FlatSVGIcon(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The application's own icon for headings. */
    public static Icon large() {
        return of("app").derive(LARGE);
    }

    /** The application's own icon in the sizes that windows need. */
    public static List<Image> ofWindow() {
        return IntStream.of(16, 20, 24, 32, 48, 64, 128)
                .<Image>mapToObj(size -> of("app").derive(size, size).getImage())
                .toList();
    }
}
