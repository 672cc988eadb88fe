package dev.lifeboat.ui;

import java.awt.Toolkit;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.KeyStroke;

/** A command of the panel: its text, icon, shortcut, and when it can be used. Where it cannot, its tooltip says why. */
abstract class DeskAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final transient BackupDesk desk;
    private final String key;

    /** @param key of its texts, and the name of its buttons */
    DeskAction(BackupDesk desk, String key) {
        this.desk = desk;
        this.key = key;
        desk.texts().caption("action." + key).applyTo(this);
        describe(Optional.empty());
    }

    /** Why it cannot be used now; empty when it can. */
    abstract Optional<String> refusal();

    /** Looks again whether it can be used. */
    final void refresh() {
        describe(refusal());
    }

    final String key() {
        return key;
    }

    final BackupDesk desk() {
        return desk;
    }

    final String text(String textKey, Object... arguments) {
        return desk.texts().text(textKey, arguments);
    }

    final void show(Icon icon) {
        putValue(Action.SMALL_ICON, icon);
    }

    final void answerTo(KeyStroke stroke) {
        putValue(Action.ACCELERATOR_KEY, stroke);
    }

    /** The stroke of a letter together with the platform's key for shortcuts. */
    static KeyStroke shortcut(int keyCode) {
        return KeyStroke.getKeyStroke(keyCode, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    }

    /** Why nothing that changes something can be started now. */
    final Optional<String> refusalWhileRunning() {
        return desk.running().map(running -> text("action.refused.running"));
    }

    private void describe(Optional<String> refusal) {
        setEnabled(refusal.isEmpty());
        putValue(Action.SHORT_DESCRIPTION, refusal.orElseGet(() -> text("action." + key + ".description")));
    }
}
