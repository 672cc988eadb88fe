package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.ui.DetailsPane;
import dev.lifeboat.ui.Paragraph;
import java.awt.Dialog;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * Asks something, with verbs on the buttons, and waits for the answer. Used on the event dispatch thread.
 *
 * <p>The dialog has the name it is given, its buttons that name with {@code -1}, {@code -2} … in their order.
 */
public final class Question<T> {
    private static final int COLUMNS = 32;

    private final Texts texts;
    private final String name;
    private final String headline;
    private final String body;
    private final List<JButton> buttons = new ArrayList<>();
    private T answer;
    private JButton usual;
    private Icon icon = UIManager.getIcon("OptionPane.questionIcon");
    private String details = "";
    private JDialog dialog;

    /**
     * A question without buttons so far.
     *
     * @param headline the question in one sentence
     * @param body what to know before answering, or empty
     * @param fallback the answer of somebody who closes it
     */
    public Question(Texts texts, String name, String headline, String body, T fallback) {
        this.texts = texts;
        this.name = name;
        this.headline = headline;
        this.body = body;
        this.answer = fallback;
    }

    /** Looks like a warning. */
    public Question<T> warning() {
        icon = UIManager.getIcon("OptionPane.warningIcon");
        return this;
    }

    /** Can be unfolded to show this text, which can be copied. */
    public Question<T> details(String text) {
        details = text;
        return this;
    }

    /** Another button. */
    public Question<T> choice(String labelKey, T chosen) {
        JButton button = texts.caption(labelKey).applyTo(new JButton());
        button.setName(name + "-" + (buttons.size() + 1));
        button.addActionListener(event -> {
            answer = chosen;
            dialog.dispose();
        });
        buttons.add(button);
        return this;
    }

    /** Another button, which Enter presses. */
    public Question<T> usual(String labelKey, T chosen) {
        choice(labelKey, chosen);
        usual = buttons.get(buttons.size() - 1);
        return this;
    }

    /** Shows the question and blocks until it is answered; events go on. */
    public T ask(Window owner) {
        dialog = new JDialog(owner, texts.text("app.name"), Dialog.ModalityType.DOCUMENT_MODAL);
        dialog.setName(name);
        dialog.setContentPane(content());
        dialog.getRootPane().setDefaultButton(usual);
        dialog.getAccessibleContext().setAccessibleDescription(headline + " " + body);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        Dialogs.closeOnEscape(dialog, dialog::dispose);
        Dialogs.pack(dialog);
        dialog.setLocationRelativeTo(owner != null && owner.isShowing() ? owner : null);
        if (usual != null) {
            SwingUtilities.invokeLater(usual::requestFocusInWindow);
        }
        dialog.setVisible(true);
        return answer;
    }

    private JPanel content() {
        JPanel content = new JPanel(new MigLayout("insets dialog, wrap 2, hidemode 3", "[]unrelated[grow,fill]"));
        content.add(new JLabel(icon), "aligny top, spany 2");
        Paragraph first =
                new Paragraph(name + "-headline", headline).ofColumns(COLUMNS).styled("h3");
        content.add(first, body.isEmpty() ? "aligny center, spany 2" : "");
        if (!body.isEmpty()) {
            content.add(new Paragraph(name + "-body", body).ofColumns(COLUMNS), "gaptop related");
        }
        if (!details.isEmpty()) {
            content.add(new DetailsPane(details, texts.locale()), "newline, span, grow, push, gaptop related");
        }
        JPanel row = new JPanel(new MigLayout("insets 0, alignx trailing"));
        buttons.forEach(button -> row.add(button, "sizegroup answer"));
        content.add(row, "newline, span, growx, gaptop unrelated");
        return content;
    }
}
