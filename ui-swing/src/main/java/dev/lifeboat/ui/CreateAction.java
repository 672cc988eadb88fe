package dev.lifeboat.ui;

import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Operation;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;

/** Makes a backup (FR-002). */
final class CreateAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    CreateAction(BackupDesk desk) {
        super(desk, "create");
        answerTo(shortcut(KeyEvent.VK_B));
    }

    @Override
    Optional<String> refusal() {
        return refusalWhileRunning();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        desk().perform(
                        Operation.CREATE,
                        (service, progress) -> service.create(CreateRequest.manual("settings"), progress),
                        created -> Notice.success(text("message.created", created.name()))
                                .about(created.name()));
    }
}
