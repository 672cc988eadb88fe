package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/**
 * Technical details below a failure: folded until somebody asks, always copyable. A dialog around it grows and shrinks
 * with it, another window only grows.
 *
 * <p>Its parts are {@code show-details}, {@code copy-details} and {@code details}. It takes the mnemonics D and C, in
 * German D and K.
 */
public final class DetailsPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int ROWS = 9;
    private static final int COLUMNS = 60;

    private final transient Texts texts;
    private final JButton toggle = new JButton();
    private final JLabel copied = new JLabel(" ");
    private final JTextArea text = new JTextArea(ROWS, COLUMNS);
    private final JScrollPane scroll = new JScrollPane(text);

    /** Folded details, with buttons in this language. */
    public DetailsPane(String details, Locale locale) {
        super(new MigLayout("insets 0, fillx, hidemode 3", "[]rel[]rel[grow]", "[]rel[grow]"));
        texts = new Texts(locale);

        toggle.setName("show-details");
        toggle.addActionListener(event -> unfold(!scroll.isVisible()));
        JButton copy = new JButton();
        texts.caption("details.copy").applyTo(copy);
        copy.setName("copy-details");
        copy.addActionListener(event -> copy());
        copied.setName("details-copied");

        text.setName("details");
        text.setText(details);
        text.setEditable(false);
        text.setCaretPosition(0);
        text.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        text.getAccessibleContext().setAccessibleName(texts.text("details.name"));

        add(toggle);
        add(copy);
        add(copied, "wrap");
        add(scroll, "span, grow, push");
        unfold(false);
    }

    private void unfold(boolean open) {
        texts.caption(open ? "details.hide" : "details.show").applyTo(toggle);
        scroll.setVisible(open);
        Window window = SwingUtilities.getWindowAncestor(this);
        revalidate();
        if (window instanceof Dialog) {
            window.pack();
        } else if (window != null) {
            Dimension needed = window.getPreferredSize();
            window.setSize(Math.max(window.getWidth(), needed.width), Math.max(window.getHeight(), needed.height));
        }
    }

    private void copy() {
        String answer = "details.copied";
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text.getText()), null);
        } catch (IllegalStateException takenByAnother) {
            answer = "details.not-copied";
        }
        copied.setText(texts.text(answer));
    }
}
