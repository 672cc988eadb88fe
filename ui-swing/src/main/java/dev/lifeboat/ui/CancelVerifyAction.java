package dev.lifeboat.ui;

import java.awt.event.ActionEvent;
import java.util.Optional;

/** Stops a verification. */
final class CancelVerifyAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    CancelVerifyAction(BackupDesk desk) {
        super(desk, "cancel-verify");
    }

    @Override
    Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        desk().cancel();
    }
}
