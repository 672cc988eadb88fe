package dev.lifeboat.ui;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.KeyStroke;

/** Reads the backup folder anew. */
final class ReloadAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    ReloadAction(BackupDesk desk) {
        super(desk, "reload");
        show(Icons.RELOAD.icon());
        answerTo(KeyStroke.getKeyStroke(KeyEvent.VK_F5, 0));
    }

    @Override
    Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        desk().reload();
    }
}
