package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Deletes the selected backup, after asking (FR-021). */
final class DeleteAction extends BackupAction {
    private static final long serialVersionUID = 1L;

    private final transient DeleteFlow flow;

    DeleteAction(BackupDesk desk, BackupSelection selection) {
        super(desk, "delete", selection);
        flow = new DeleteFlow(desk.service(), desk.background(), desk.texts().locale(), name -> {
            desk.say(Notice.success(text("message.deleted", name)));
            desk.reload();
        });
        show(Icons.DELETE.icon());
        answerTo(KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0));
    }

    @Override
    void perform(Backup backup, ActionEvent event) {
        flow.start(Windows.of(event), backup.name());
    }
}
