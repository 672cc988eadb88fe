package dev.lifeboat.ui;

import java.awt.event.ActionEvent;
import java.util.Optional;

/** Selects the backup that the last message is about. */
final class ShowAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    private final BackupTable table;

    ShowAction(BackupDesk desk, BackupTable table) {
        super(desk, "show");
        this.table = table;
    }

    @Override
    Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        desk().notice().flatMap(Notice::backup).ifPresent(table::select);
        table.requestFocusInWindow();
    }
}
