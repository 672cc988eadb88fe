package dev.lifeboat.ui;

import java.awt.Dialog.ModalityType;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** A modal dialog with a body and buttons. Escape closes it, and so does Enter: the way back is the default. */
final class Question {
    private final JDialog dialog;

    /**
     * Not shown yet.
     *
     * @param name of the dialog
     * @param cancel the default, and where the focus is at first
     * @param verbs what else can be done
     */
    Question(Window owner, String name, String title, JComponent body, JButton cancel, JButton... verbs) {
        dialog = new JDialog(owner, title, ModalityType.DOCUMENT_MODAL);
        dialog.setName(name);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        JPanel content =
                new JPanel(new MigLayout("insets dialog, fill, wrap 1", "[grow,fill]", "[grow,fill]unrelated[]"));
        content.add(body, "wmin 0");
        content.add(buttons(cancel, verbs), "alignx trailing, growx 0");
        dialog.setContentPane(content);
        cancel.addActionListener(event -> close());
        dialog.getRootPane()
                .registerKeyboardAction(
                        event -> close(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        dialog.getRootPane().setDefaultButton(cancel);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                cancel.requestFocusInWindow();
            }
        });
    }

    /** Shows it and waits until it is closed. */
    void ask() {
        fit();
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
    }

    /** Makes room for what it says now. */
    void fit() {
        dialog.pack();
    }

    boolean isShowing() {
        return dialog.isShowing();
    }

    void close() {
        dialog.dispose();
    }

    private static JPanel buttons(JButton cancel, JButton... verbs) {
        JPanel buttons = new JPanel(new MigLayout("insets 0"));
        buttons.setOpaque(false);
        for (JButton verb : verbs) {
            buttons.add(verb);
        }
        buttons.add(cancel);
        return buttons;
    }
}
