package dev.lifeboat.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.LayoutStyle;
import javax.swing.LayoutStyle.ComponentPlacement;
import javax.swing.SwingConstants;

/** Buttons in a row, which goes on in a next one where they do not fit: with long words, or large text. */
final class FlowingRow extends JPanel {
    private static final long serialVersionUID = 1L;

    FlowingRow(String name, JComponent... parts) {
        super(null);
        setName(name);
        setOpaque(false);
        for (JComponent part : parts) {
            add(part);
        }
    }

    /** A row that has become narrower may be higher. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean other = width != getWidth();
        super.setBounds(x, y, width, height);
        if (other) {
            revalidate();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return flow(getWidth() == 0 ? Integer.MAX_VALUE : getWidth(), false);
    }

    @Override
    public Dimension getMinimumSize() {
        int widest = 0;
        for (Component part : getComponents()) {
            widest = Math.max(widest, part.getPreferredSize().width);
        }
        return new Dimension(widest, getPreferredSize().height);
    }

    @Override
    public void doLayout() {
        flow(getWidth(), true);
    }

    private Dimension flow(int width, boolean place) {
        Insets insets = getInsets();
        int gap = gap();
        int x = insets.left;
        int y = insets.top;
        int lineHeight = 0;
        int widest = 0;
        for (Component part : getComponents()) {
            Dimension size = part.getPreferredSize();
            if (x > insets.left && x + size.width > width - insets.right) {
                x = insets.left;
                y += lineHeight + gap;
                lineHeight = 0;
            }
            if (place) {
                part.setBounds(x, y, size.width, size.height);
            }
            lineHeight = Math.max(lineHeight, size.height);
            widest = Math.max(widest, x + size.width + insets.right);
            x += size.width + gap;
        }
        return new Dimension(widest, y + lineHeight + insets.bottom);
    }

    private int gap() {
        if (getComponentCount() < 2) {
            return 0;
        }
        JComponent first = (JComponent) getComponent(0);
        JComponent second = (JComponent) getComponent(1);
        return LayoutStyle.getInstance()
                .getPreferredGap(first, second, ComponentPlacement.RELATED, SwingConstants.EAST, this);
    }
}
