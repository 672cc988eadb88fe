package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;
import javax.swing.text.View;

/** A sentence that breaks into as many lines as it needs, and that can be copied. Changing it is announced. */
final class Sentence extends JTextArea {
    private static final long serialVersionUID = 1L;

    Sentence(String name) {
        setName(name);
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder());
    }

    /** One of a dialog, whose width it determines: this many letters. */
    Sentence ofColumns(int columns) {
        setColumns(columns);
        return this;
    }

    /** Where the width is given, the height does not depend on what the layout has tried before. */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        if (getColumns() > 0) {
            View lines = getUI().getRootView(this);
            lines.setSize(size.width, Integer.MAX_VALUE);
            size.height = (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS));
        }
        return size;
    }

    /** One that is only read, and passed by when tabbing. */
    Sentence passedBy() {
        setFocusable(false);
        return this;
    }

    /** Takes a style of the look and feel, such as {@code h3}. */
    Sentence styled(String styleClass) {
        putClientProperty(FlatClientProperties.STYLE_CLASS, styleClass);
        return this;
    }

    /** Shows a sentence; assistive technology hears of it when it is another one. */
    void say(String sentence) {
        if (!sentence.equals(getText())) {
            setText(sentence);
            setCaretPosition(0);
            getAccessibleContext().setAccessibleName(sentence);
        }
    }
}
