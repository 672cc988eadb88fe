package dev.lifeboat.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.View;

/**
 * A sentence or two that look like a label and break into as many lines as their width needs.
 *
 * <p>The text area inside has the name. It is not the component itself because MigLayout tries other widths on text
 * areas and keeps the heights that they had then.
 */
public final class Paragraph extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 38;

    private final JTextArea area;

    /** A paragraph whose text area has this name. */
    public Paragraph(String name, String text) {
        super(new BorderLayout());
        setOpaque(false);
        area = new LabelLike(text);
        area.setName(name);
        area.getAccessibleContext().setAccessibleName(text);
        add(area);
    }

    /** Shows another text; a screen reader is told. */
    public void setText(String text) {
        area.setText(text);
        area.getAccessibleContext().setAccessibleName(text);
        revalidate();
    }

    /** Shows it as a heading. */
    public Paragraph asHeading() {
        Font heading = UIManager.getFont("h4.font");
        area.setFont(heading == null ? area.getFont().deriveFont(Font.BOLD) : heading);
        return this;
    }

    /** Makes the label say what this is. */
    Paragraph labelledBy(JLabel label) {
        label.setLabelFor(area);
        return this;
    }

    /** As high as the text is at the width that it has, or is going to have. */
    @Override
    public Dimension getPreferredSize() {
        int preferred = area.getPreferredScrollableViewportSize().width;
        View view = area.getUI().getRootView(area);
        view.setSize(getWidth() > 0 ? getWidth() : preferred, Integer.MAX_VALUE);
        return new Dimension(preferred, (int) Math.ceil(view.getPreferredSpan(View.Y_AXIS)));
    }

    /** Narrower is higher: whoever lays out has to ask again. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean rewrapped = width != getWidth();
        super.setBounds(x, y, width, height);
        if (rewrapped) {
            revalidate();
        }
    }

    private static final class LabelLike extends JTextArea {
        private static final long serialVersionUID = 1L;

        LabelLike(String text) {
            super(text);
            setColumns(COLUMNS);
            setLineWrap(true);
            setWrapStyleWord(true);
            setEditable(false);
            setFocusable(false);
            setOpaque(false);
        }

        /** Looks like a label after every change of the look and feel, too. */
        @Override
        public void updateUI() {
            super.updateUI();
            setFont(UIManager.getFont("Label.font"));
            setForeground(UIManager.getColor("Label.foreground"));
            setBorder(null);
        }
    }
}
