package dev.lifeboat.backup.spi;

import java.nio.file.Path;

/** The record beside a backup: where it lies. */
final class SidecarFile {
    static final String SUFFIX = ".json";

    private SidecarFile() {}

    static Path pathOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + SUFFIX);
    }
}
