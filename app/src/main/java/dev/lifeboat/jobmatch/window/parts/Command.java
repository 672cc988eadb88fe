package dev.lifeboat.jobmatch.window.parts;

import java.awt.Toolkit;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/**
 * Something a person can do: its words, icon, key and whether it can be done now. Every menu item and button of a
 * command shows the same.
 *
 * <p>The words are {@code command.ID} in the bundle, the explanation {@code command.ID.tip}.
 */
public abstract class Command extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final String id;

    /** A command with its words. */
    protected Command(Texts texts, String id) {
        this.id = id;
        texts.caption("command." + id).applyTo(this);
        putValue(SHORT_DESCRIPTION, texts.text("command." + id + ".tip"));
        putValue(ACTION_COMMAND_KEY, id);
    }

    /** Shows this icon. */
    protected final void icon(String role) {
        putValue(SMALL_ICON, Icons.of(role));
    }

    /** Is done by this key with the system's modifier for shortcuts, such as Ctrl. */
    protected final void shortcut(int keyCode) {
        key(KeyStroke.getKeyStroke(keyCode, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()));
    }

    /** Is done by this key. */
    protected final void key(KeyStroke key) {
        putValue(ACCELERATOR_KEY, key);
    }

    /** A menu item named {@code menu-ID}. */
    public JMenuItem menuItem() {
        JMenuItem item = new JMenuItem(this);
        item.setName("menu-" + id);
        item.setToolTipText(null);
        item.getAccessibleContext().setAccessibleDescription((String) getValue(SHORT_DESCRIPTION));
        return item;
    }

    /** A menu item of a context menu, where the key works anyway, named {@code context-ID}. */
    public JMenuItem contextItem() {
        JMenuItem item = menuItem();
        item.setName("context-" + id);
        return item;
    }

    /** A button named {@code ID}. */
    public JButton button() {
        JButton button = new JButton(this);
        button.setName(id);
        return button;
    }

    /** Does it when this key is pressed anywhere inside of the component. */
    public void on(JComponent component, KeyStroke... keys) {
        for (KeyStroke key : keys) {
            component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(key, id);
        }
        component.getActionMap().put(id, this);
    }

    /** The key that a menu shows for it, for tests and help. */
    public KeyStroke accelerator() {
        return (KeyStroke) getValue(Action.ACCELERATOR_KEY);
    }
}
