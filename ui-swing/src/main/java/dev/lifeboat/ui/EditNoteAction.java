package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** Begins to edit the note of the selected backup where it stands. */
final class EditNoteAction extends BackupAction {
    private static final long serialVersionUID = 1L;

    private final BackupTable table;

    EditNoteAction(BackupDesk desk, BackupTable table) {
        super(desk, "edit-note", table);
        this.table = table;
        show(Icons.EDIT_NOTE.icon());
        answerTo(KeyStroke.getKeyStroke(KeyEvent.VK_F2, 0));
    }

    @Override
    boolean fits(Backup backup) {
        return BackupTableModel.hasRecord(backup);
    }

    @Override
    String unfit() {
        return "action.refused.no-record";
    }

    @Override
    void perform(Backup backup, ActionEvent event) {
        table.editNote();
    }
}
