package dev.lifeboat.jobmatch.window.parts;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/** A panel that is as wide as its scroll pane and scrolls up and down by lines. */
public final class ScrollingPanel extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;

    /** An empty panel. */
    public ScrollingPanel(LayoutManager layout) {
        super(layout);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return getFontMetrics(getFont()).getHeight();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        int line = getScrollableUnitIncrement(visible, orientation, direction);
        return orientation == SwingConstants.VERTICAL ? Math.max(line, visible.height - line) : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getPreferredSize().height < getParent().getHeight();
    }
}
