package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import java.awt.event.ActionEvent;
import java.util.Optional;

/** A command about the one selected backup, while nothing runs. */
abstract class BackupAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    private final transient BackupSelection selection;

    BackupAction(BackupDesk desk, String key, BackupSelection selection) {
        super(desk, key);
        this.selection = selection;
    }

    /** Does it. */
    abstract void perform(Backup backup, ActionEvent event);

    /** Whether it can be done with this one. */
    boolean fits(Backup backup) {
        return backup.state() != BackupState.FOREIGN;
    }

    /** Why it cannot be done with one that does not fit. */
    String unfit() {
        return "action.refused.foreign";
    }

    @Override
    final Optional<String> refusal() {
        return refusalWhileRunning()
                .or(() -> selection.refusal(this::fits, unfit()).map(key -> text(key)));
    }

    @Override
    public final void actionPerformed(ActionEvent event) {
        selection.single().ifPresent(backup -> perform(backup, event));
    }
}
