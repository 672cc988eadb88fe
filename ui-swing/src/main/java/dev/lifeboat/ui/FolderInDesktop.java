package dev.lifeboat.ui;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a folder with the desktop's own program. Blocks until that was started. */
final class FolderInDesktop {
    private FolderInDesktop() {}

    /** Opens the folder or, where it does not exist yet, the nearest one above it; returns what was opened. */
    static Path open(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        Desktop.getDesktop().open(existing.toFile());
        return existing;
    }
}
