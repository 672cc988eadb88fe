package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Backup;
import java.awt.Window;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Names the backup that is about to be deleted, and says so when it cannot be. */
final class DeleteDialog {
    private static final int WIDTH = 32;

    private final Texts texts;
    private final BiConsumer<String, DeleteDialog> delete;
    private final JPanel body = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[]unrelated[grow,fill]"));
    private final JLabel icon = new JLabel(Icons.FAILING.icon(2));
    private final Paragraph message =
            new Paragraph("delete-message").ofColumns(WIDTH).readable();
    private final JButton confirm = new JButton();
    private final JButton cancel = new JButton();
    private final MessageDialog question;
    private boolean asking;

    /** @param delete begins to delete the backup of that name */
    DeleteDialog(Window owner, Texts texts, BiConsumer<String, DeleteDialog> delete) {
        this.texts = texts;
        this.delete = delete;
        confirm.setName("confirm");
        cancel.setName("cancel");
        texts.caption("delete.confirm").applyTo(confirm);
        texts.caption("action.cancel").applyTo(cancel);
        question = new MessageDialog(owner, "delete", text("delete.title"))
                .add(body, "wmin 0")
                .button(confirm)
                .closing(cancel);
    }

    /** Shows what would be deleted, and waits for the answer. */
    void ask(Backup backup, Phrases phrases) {
        message.say(text("delete.question", phrases.time(backup.createdAt())));
        body.add(icon, "aligny top");
        body.add(message, "wmin 0, wrap unrelated");
        add("delete.file", "delete-file", backup.name());
        add("delete.created", "delete-created", phrases.age(backup.createdAt()));
        add("delete.kind", "delete-kind", phrases.kind(backup));
        add("delete.size", "delete-size", phrases.size(backup.sizeBytes()));
        confirm.addActionListener(event -> {
            confirm.setEnabled(false);
            message.say(text("delete.running"));
            delete.accept(backup.name(), this);
        });
        asking = true;
        question.show();
    }

    /** Says why it is not deleted. */
    void tell(Exception thrown) {
        Notice failure = Notice.failure(thrown, texts);
        message.say(failure.spoken());
        confirm.setVisible(false);
        texts.caption("action.close").applyTo(cancel);
        if (!asking) {
            body.add(icon, "aligny top");
            body.add(message, "wmin 0");
        }
        if (question.isShowing()) {
            question.fit();
            cancel.requestFocusInWindow();
        } else {
            question.show();
        }
    }

    void close() {
        question.close();
    }

    private void add(String key, String name, String value) {
        JTextField shown = new JTextField(value);
        shown.setName(name);
        shown.setEditable(false);
        shown.putClientProperty(FlatClientProperties.STYLE, "background: $Panel.background");
        shown.setBorder(null);
        JLabel label = new JLabel(text(key));
        label.setLabelFor(shown);
        body.add(label, "skip 0");
        body.add(shown, "wrap");
    }

    private String text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
