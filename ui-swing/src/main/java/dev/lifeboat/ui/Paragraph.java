package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;
import javax.swing.text.View;

/**
 * A sentence or two that look like a label and break into as many lines as their width needs. Passed by when tabbing,
 * unless it is {@link #readable}.
 *
 * <p>The text area inside has the name. It is not the component itself because MigLayout tries other widths on text
 * areas and keeps the heights that they had then. Before its width is known the height is that of the width it would
 * like, so a dialog with paragraphs is packed twice.
 */
public final class Paragraph extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 38;

    private final Words words;

    /** A paragraph that says nothing yet, whose text area has this name. */
    public Paragraph(String name) {
        this(name, "");
    }

    /** A paragraph whose text area has this name. */
    public Paragraph(String name, String text) {
        super(new BorderLayout());
        setOpaque(false);
        words = new Words(text);
        words.setName(name);
        words.getAccessibleContext().setAccessibleName(text);
        add(words);
    }

    /** About so many letters wide where the layout does not decide. */
    public Paragraph ofColumns(int columns) {
        words.setColumns(columns);
        return this;
    }

    /** With this style class of the look and feel, such as {@code h3}. */
    public Paragraph styled(String styleClass) {
        words.putClientProperty(FlatClientProperties.STYLE_CLASS, styleClass);
        return this;
    }

    /** With this style of the look and feel, such as {@code foreground: $Actions.Red}. */
    public Paragraph withStyle(String style) {
        words.putClientProperty(FlatClientProperties.STYLE, style);
        return this;
    }

    /** Can be reached, marked and copied with keys; Tab leaves it. */
    public Paragraph readable() {
        words.setFocusable(true);
        return this;
    }

    /** Makes the label say what this is. */
    public Paragraph labelledBy(JLabel label) {
        label.setLabelFor(words);
        return this;
    }

    /** Tells assistive technology what this is, instead of its text. */
    public Paragraph called(String accessibleName) {
        words.getAccessibleContext().setAccessibleName(accessibleName);
        return this;
    }

    /** What is shown. */
    public String text() {
        return words.getText();
    }

    /** Shows other words from their beginning; assistive technology hears of them when they are others. */
    public void say(String text) {
        if (!text.equals(words.getText())) {
            words.setText(text);
            words.setCaretPosition(0);
            words.getAccessibleContext().setAccessibleName(text);
            revalidate();
        }
    }

    /** As high as the text is at the width that it has, or is going to have. */
    @Override
    public Dimension getPreferredSize() {
        int preferred = words.preferredWidth();
        return new Dimension(preferred, words.heightAt(getWidth() > 0 ? getWidth() : preferred));
    }

    /** Any width will do; how high it has to be is known when the width is. */
    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, getWidth() > 0 ? words.heightAt(getWidth()) : 0);
    }

    /** Narrower is higher: whoever lays out has to ask again. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean rewrapped = width != getWidth();
        super.setBounds(x, y, width, height);
        if (rewrapped) {
            revalidate();
            // A layout that is under way ends by calling everything valid, so once more after it.
            EventQueue.invokeLater(this::revalidate);
        }
    }

    private static final class Words extends JTextArea {
        private static final long serialVersionUID = 1L;

        private boolean breaking;

        Words(String text) {
            super(text);
            setColumns(COLUMNS);
            setLineWrap(true);
            setWrapStyleWord(true);
            setEditable(false);
            setFocusable(false);
            setOpaque(false);
        }

        int preferredWidth() {
            return getColumns() * getColumnWidth();
        }

        int heightAt(int width) {
            breaking = true;
            try {
                View lines = getUI().getRootView(this);
                lines.setSize(width, Integer.MAX_VALUE);
                return (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS));
            } finally {
                breaking = false;
            }
        }

        /** Breaking lines anew must not ask for the next layout: that would break them again, without end. */
        @Override
        public void revalidate() {
            if (!breaking) {
                super.revalidate();
            }
        }

        @Override
        public void paint(Graphics graphics) {
            breaking = true;
            try {
                super.paint(graphics);
            } finally {
                breaking = false;
            }
        }

        /** Looks like a label after every change of the look and feel, too. */
        @Override
        public void updateUI() {
            super.updateUI();
            if (getClientProperty(FlatClientProperties.STYLE_CLASS) == null) {
                setFont(UIManager.getFont("Label.font"));
            }
            if (getClientProperty(FlatClientProperties.STYLE) == null) {
                setForeground(UIManager.getColor("Label.foreground"));
            }
            setBorder(null);
            // New words must not scroll what they are in to their end.
            if (getCaret() instanceof DefaultCaret caret) {
                caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
            }
        }
    }
}
