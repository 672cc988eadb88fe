package dev.lifeboat.ui;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a folder with the desktop's own program. Blocks until that was started. */
final class FolderInDesktop {
    /** What came of it. */
    enum Outcome {
        OPENED,
        MISSING,
        UNSUPPORTED
    }

    private FolderInDesktop() {}

    /** Opens this very folder. */
    static Outcome open(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Outcome.MISSING;
        }
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            return Outcome.UNSUPPORTED;
        }
        try {
            Desktop.getDesktop().open(folder.toFile());
            return Outcome.OPENED;
        } catch (IOException noFileManager) {
            return Outcome.UNSUPPORTED;
        }
    }

    /** Opens the folder or, where it does not exist yet, the nearest one above it. */
    static Outcome openNearest(Path folder) {
        Path existing = folder;
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return open(existing);
    }
}
