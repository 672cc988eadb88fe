package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dialog.ModalityType;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * A small modal dialog: a sign, what is said, and buttons with verbs. Escape does what its closing button does, and so
 * does Enter at first: the way back is the default.
 */
final class MessageDialog {
    /** The look and feel's signs by what a dialog is for. */
    enum Sign {
        QUESTION,
        INFORMATION,
        WARNING,
        ERROR;

        private JLabel label() {
            String key = "OptionPane." + name().toLowerCase(Locale.ROOT) + "Icon";
            return new JLabel(UIManager.getIcon(key));
        }
    }

    private final JDialog dialog;
    private final Window owner;
    private final JPanel body = new JPanel(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", ""));
    private final JPanel buttons = new JPanel(new MigLayout("insets 0"));
    private final List<String> said = new ArrayList<>();

    MessageDialog(Window owner, String name, String title, Sign sign) {
        this(owner, name, title, new MigLayout("insets dialog, fill", "[]unrel[grow,fill]", "[grow,top]para[]"));
        JPanel content = (JPanel) dialog.getContentPane();
        content.add(sign.label(), "aligny top");
        fill(content);
    }

    /** One without a sign. */
    MessageDialog(Window owner, String name, String title) {
        this(owner, name, title, new MigLayout("insets dialog, fill", "[grow,fill]", "[grow,top]unrelated[]"));
        fill((JPanel) dialog.getContentPane());
    }

    private MessageDialog(Window owner, String name, String title, MigLayout layout) {
        this.owner = owner;
        dialog = new JDialog(owner, title, ModalityType.APPLICATION_MODAL);
        dialog.setName(name);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.setContentPane(new JPanel(layout));
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> close(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    private void fill(JPanel content) {
        content.add(body, "grow, wmin 0, wrap");
        content.add(buttons, "span, alignx trailing, growx 0");
    }

    /** A heading over what follows. */
    MessageDialog heading(String text) {
        JLabel heading = new JLabel(text);
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        return add(heading, body.getComponentCount() == 0 ? "" : "gaptop unrel");
    }

    /** A sentence or two. */
    MessageDialog say(String name, String text) {
        said.add(text);
        return add(new Paragraph(name, text), "wmin 0");
    }

    /** A sentence that is about something else than the one before. */
    MessageDialog sayApart(String name, String text) {
        said.add(text);
        return add(new Paragraph(name, text), "wmin 0, gaptop unrel");
    }

    /** The sentence that everything else explains. */
    MessageDialog sayFirst(String name, String text) {
        said.add(text);
        return add(new Paragraph(name, text).styled("h4"), "wmin 0");
    }

    /** Any other part. */
    MessageDialog add(JComponent part, String constraints) {
        body.add(part, constraints);
        return this;
    }

    /** A button that closes the dialog and then acts. */
    MessageDialog button(String name, Caption caption, Runnable action) {
        JButton button = newButton(name, caption);
        button.addActionListener(event -> {
            close();
            action.run();
        });
        return button(button);
    }

    /** The button that closes the dialog, and what Enter presses. */
    MessageDialog closing(String name, Caption caption) {
        return closing(newButton(name, caption));
    }

    /** A button that does not close it by itself. */
    MessageDialog button(JButton button) {
        buttons.add(button);
        return this;
    }

    /** The button that closes the dialog, and what Enter presses. */
    MessageDialog closing(JButton button) {
        buttons.add(button);
        button.addActionListener(event -> close());
        dialog.getRootPane().setDefaultButton(button);
        return this;
    }

    /** Shows it until it is closed. */
    void show() {
        dialog.getAccessibleContext().setAccessibleDescription(said.isEmpty() ? null : String.join(" ", said));
        fit();
        dialog.setLocationRelativeTo(owner);
        JButton first = dialog.getRootPane().getDefaultButton();
        first.requestFocusInWindow();
        dialog.setVisible(true);
    }

    /** Makes room for what it says now. */
    void fit() {
        dialog.setMinimumSize(null);
        dialog.pack();
        // Sentences that got more room than they asked for need fewer lines.
        dialog.pack();
        Windows.keepOnScreen(dialog);
        dialog.setMinimumSize(dialog.getSize());
    }

    boolean isShowing() {
        return dialog.isShowing();
    }

    void close() {
        dialog.dispose();
    }

    private static JButton newButton(String name, Caption caption) {
        JButton button = new JButton();
        caption.applyTo(button);
        button.setName(name);
        return button;
    }
}
