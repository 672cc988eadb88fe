package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Copies the selected rows as text, a line each, for a mail or a spreadsheet. */
final class CopyAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    private final transient BackupSelection selection;

    CopyAction(BackupDesk desk, BackupSelection selection) {
        super(desk, "copy");
        this.selection = selection;
        show(Icons.COPY.icon());
        answerTo(shortcut(KeyEvent.VK_C));
    }

    @Override
    Optional<String> refusal() {
        return selection.selected().isEmpty() ? Optional.of(text("action.refused.nothing-selected")) : Optional.empty();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        List<Backup> rows = selection.selected();
        String lines = rows.stream().map(this::line).collect(Collectors.joining("\n"));
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(lines), null);
            desk().say(Notice.information(text("message.copied", rows.size())));
        } catch (IllegalStateException clipboardInUse) {
            desk().say(Notice.failure(clipboardInUse, desk().texts()));
        }
    }

    private String line(Backup backup) {
        Phrases phrases = desk().phrases();
        return String.join(
                "\t",
                phrases.time(backup.createdAt()),
                phrases.kind(backup),
                phrases.size(backup.sizeBytes()),
                phrases.schema(backup),
                phrases.state(backup),
                backup.note(),
                backup.name());
    }
}
