package dev.lifeboat.jobmatch.window;

import com.formdev.flatlaf.util.UIScale;
import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.window.offers.OfferList;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.JSplitPane;

/** Puts the main window where it was, and remembers where it is. */
final class WindowPlace {
    private static final Dimension SMALLEST = new Dimension(720, 480);
    private static final Dimension FIRST = new Dimension(1180, 760);

    private final JFrame frame;
    private final JSplitPane split;
    private final OfferList list;
    private final WindowMemory memory;
    private Rectangle normal = new Rectangle();

    WindowPlace(JFrame frame, JSplitPane split, OfferList list, WindowMemory memory) {
        this.frame = frame;
        this.split = split;
        this.list = list;
        this.memory = memory;
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                noteBounds();
            }

            @Override
            public void componentMoved(ComponentEvent event) {
                noteBounds();
            }
        });
    }

    /** Does what is remembered, as far as the screens allow. */
    void restore() {
        WindowState state = memory.state();
        List<Rectangle> screens = screens();
        Dimension smallest = UIScale.scale(SMALLEST);
        frame.setMinimumSize(new Dimension(
                Math.min(smallest.width, screens.get(0).width), Math.min(smallest.height, screens.get(0).height)));
        if (state.bounds().isPresent()) {
            frame.setBounds(WindowMemory.onScreen(scaled(state.bounds().get()), screens));
        } else {
            Dimension first = UIScale.scale(FIRST);
            Rectangle screen = screens.get(0);
            frame.setSize(Math.min(first.width, screen.width), Math.min(first.height, screen.height));
            frame.setLocationRelativeTo(null);
        }
        normal = frame.getBounds();
        if (state.maximized()) {
            frame.setExtendedState(Frame.MAXIMIZED_BOTH);
        }
        split.setDividerLocation(state.divider() > 0 ? UIScale.scale(state.divider()) : normal.width * 3 / 5);
        list.setColumnWidths(state.columns());
        OfferFilter words = OfferFilter.ALL.withText(state.search());
        list.search(state.status().map(one -> words.withStatuses(one)).orElse(words));
    }

    /** Remembers everything as it is now. */
    void remember() {
        if (!frame.isDisplayable()) {
            return;
        }
        boolean maximized = (frame.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
        memory.remember(new WindowState(
                Optional.of(unscaled(normal)),
                maximized,
                UIScale.unscale(split.getDividerLocation()),
                list.columnWidths(),
                list.filter().text(),
                list.status()));
    }

    private void noteBounds() {
        if (frame.getExtendedState() == Frame.NORMAL) {
            normal = frame.getBounds();
        }
    }

    private static List<Rectangle> screens() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        GraphicsDevice first = environment.getDefaultScreenDevice();
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(environment.getScreenDevices()).filter(one -> !one.equals(first)))
                .map(WindowPlace::usable)
                .toList();
    }

    private static Rectangle usable(GraphicsDevice screen) {
        Rectangle bounds = screen.getDefaultConfiguration().getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen.getDefaultConfiguration());
        return new Rectangle(
                bounds.x + taken.left,
                bounds.y + taken.top,
                bounds.width - taken.left - taken.right,
                bounds.height - taken.top - taken.bottom);
    }

    private static Rectangle scaled(Rectangle bounds) {
        return new Rectangle(
                UIScale.scale(bounds.x),
                UIScale.scale(bounds.y),
                UIScale.scale(bounds.width),
                UIScale.scale(bounds.height));
    }

    private static Rectangle unscaled(Rectangle bounds) {
        return new Rectangle(
                UIScale.unscale(bounds.x),
                UIScale.unscale(bounds.y),
                UIScale.unscale(bounds.width),
                UIScale.unscale(bounds.height));
    }
}
