package dev.lifeboat.jobmatch.desktop;

import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A sentence that takes as many lines as it needs, selectable, in the look of a label. */
final class WrappedText extends JTextArea {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 44;

    WrappedText() {
        super(0, COLUMNS);
        setLineWrap(true);
        setWrapStyleWord(true);
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFont(UIManager.getFont("Label.font"));
        setForeground(UIManager.getColor("Label.foreground"));
    }
}
