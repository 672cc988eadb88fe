package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Begins a restore of the selected backup, which asks first (FR-013). */
final class GoBackAction extends BackupAction {
    private static final long serialVersionUID = 1L;

    private final transient RestoreFlow flow;

    GoBackAction(BackupDesk desk, BackupSelection selection, RestoreFlow flow) {
        super(desk, "restore", selection);
        this.flow = flow;
        show(Icons.RESTORE.icon());
        answerTo(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0));
    }

    @Override
    void perform(Backup backup, ActionEvent event) {
        flow.start(Windows.of(event), backup.name());
    }
}
