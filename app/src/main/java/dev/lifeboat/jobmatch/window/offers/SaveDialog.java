package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.window.parts.Question;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;

/** Asks where to write a file, and whether an existing one may be replaced. */
final class SaveDialog {
    private final Texts texts;
    private final JFileChooser chooser = new JFileChooser();

    SaveDialog(Texts texts, String name, String title, String fileName) {
        this.texts = texts;
        chooser.setName(name);
        chooser.setDialogTitle(title);
        chooser.setSelectedFile(new File(fileName));
    }

    /** Blocks until it is answered; empty if nothing shall be written. */
    Optional<Path> ask(Window owner) {
        while (chooser.showSaveDialog(owner) == JFileChooser.APPROVE_OPTION) {
            File file = chooser.getSelectedFile();
            if (!file.exists() || mayReplace(owner, file)) {
                return Optional.of(file.toPath());
            }
        }
        return Optional.empty();
    }

    private boolean mayReplace(Window owner, File file) {
        return new Question<>(
                        texts,
                        "replace",
                        texts.text("replace.headline", file.getName()),
                        texts.text("replace.body", file.getParent()),
                        false)
                .warning()
                .choice("replace.replace", true)
                .usual("button.cancel", false)
                .ask(owner);
    }
}
