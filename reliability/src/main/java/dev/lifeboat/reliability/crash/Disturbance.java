package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What somebody does to the backup folder while an operation is at work. */
enum Disturbance {
    /** It is called something else. */
    MOVED {
        @Override
        void act(Path folder, Path away) throws IOException {
            Files.move(folder, away);
        }
    },
    /** It and all that was in it is gone. */
    DELETED {
        @Override
        void act(Path folder, Path away) throws IOException {
            Scene.copyFolder(folder, away);
            Folders.delete(folder);
        }
    },
    /** An empty one is in its place. */
    EMPTY_INSTEAD {
        @Override
        void act(Path folder, Path away) throws IOException {
            Files.move(folder, away);
            Files.createDirectory(folder);
        }
    },
    /** A copy is in its place, as after it was moved to another disk and back. */
    COPY_INSTEAD {
        @Override
        void act(Path folder, Path away) throws IOException {
            Files.move(folder, away);
            Scene.copyFolder(away, folder);
        }
    },
    /** A link to a copy is in its place. */
    LINK_INSTEAD {
        @Override
        void act(Path folder, Path away) throws IOException {
            Files.move(folder, away);
            Path copy = away.resolveSibling(away.getFileName() + "-copy");
            Scene.copyFolder(away, copy);
            Files.createSymbolicLink(folder, copy);
        }
    },
    /** A file is in its place. */
    FILE_INSTEAD {
        @Override
        void act(Path folder, Path away) throws IOException {
            Files.move(folder, away);
            Files.writeString(folder, "no folder");
        }
    };

    /** Does it; the folder as it was is found under the other name afterwards. */
    abstract void act(Path folder, Path away) throws IOException;

    /**
     * Makes it undone: the folder is as it was, and what came into the one in its place is in it, too.
     *
     * @param lost a folder for what was in its place
     */
    void undo(Path folder, Path away, Path lost) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Path kept = away.resolve(file.getFileName().toString());
                    if (Files.notExists(kept)) {
                        Scene.copyFolder(file, kept);
                    }
                }
            }
        }
        if (Files.exists(folder)) {
            Files.move(folder, lost);
        }
        Files.move(away, folder);
    }
}
