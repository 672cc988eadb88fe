package dev.lifeboat.jobmatch.window.parts;

import java.awt.Dimension;
import java.awt.Graphics;
import java.util.function.Supplier;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

/**
 * Sentences that wrap, on their parent's background. Taken over by screen readers as text; only {@link #readable} ones
 * take the focus.
 */
public final class WrappedText extends JTextArea {
    private static final long serialVersionUID = 1L;

    private boolean measuring;

    /** Text about so many letters wide, where the layout does not decide. */
    public WrappedText(String text, int columns) {
        super(text);
        setColumns(columns);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
    }

    /** With this style class of the look and feel. */
    public WrappedText styled(String styleClass) {
        putClientProperty("FlatLaf.styleClass", styleClass);
        return this;
    }

    /** Can be reached, marked and copied with keys, because it is longer than a sentence. */
    public WrappedText readable() {
        setFocusable(true);
        Dialogs.letTabLeave(this);
        return this;
    }

    /** Shows other words from their beginning, and says them to screen readers. */
    public void say(String text) {
        setText(text);
        setCaretPosition(0);
        getAccessibleContext().setAccessibleName(text);
    }

    /** While a layout tries widths, each one must not ask for the next layout: that would never end. */
    @Override
    public void revalidate() {
        if (!measuring) {
            super.revalidate();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return measured(super::getPreferredSize);
    }

    @Override
    public Dimension getMinimumSize() {
        return measured(super::getMinimumSize);
    }

    @Override
    public void paint(Graphics graphics) {
        measured(() -> {
            super.paint(graphics);
            return getSize();
        });
    }

    private Dimension measured(Supplier<Dimension> measure) {
        boolean before = measuring;
        measuring = true;
        try {
            return measure.get();
        } finally {
            measuring = before;
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(null);
        // New words must not scroll what they are in to their end.
        if (getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
    }
}
