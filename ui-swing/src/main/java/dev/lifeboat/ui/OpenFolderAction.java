package dev.lifeboat.ui;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the backup folder in the system's file manager, or says where it is. */
final class OpenFolderAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    private record Attempt(Path folder, FolderInDesktop.Outcome outcome) {}

    OpenFolderAction(BackupDesk desk) {
        super(desk, "open-folder");
        show(Icons.OPEN_FOLDER.icon());
    }

    @Override
    Optional<String> refusal() {
        return Optional.empty();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        desk().ask(
                        () -> {
                            Path folder = desk().service().configuration().folder();
                            return new Attempt(folder, FolderInDesktop.open(folder));
                        },
                        attempt -> tell(attempt.outcome(), attempt.folder()));
    }

    private void tell(FolderInDesktop.Outcome outcome, Path folder) {
        switch (outcome) {
            case MISSING -> desk().say(Notice.information(text("message.no-folder", folder.toString())));
            case UNSUPPORTED -> desk().say(Notice.information(text(copied(folder), folder.toString())));
            case OPENED -> {}
        }
    }

    private static String copied(Path folder) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(folder.toString()), null);
            return "message.folder-copied";
        } catch (IllegalStateException clipboardInUse) {
            return "message.folder-path";
        }
    }
}
