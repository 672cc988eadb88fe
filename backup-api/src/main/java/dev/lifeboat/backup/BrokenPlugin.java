package dev.lifeboat.backup;

import java.nio.file.Path;

/**
 * A plugin that was skipped, wholly or one of its providers.
 *
 * @param file the jar or folder
 * @param reason what is wrong with it and what to do, in sentences
 */
public record BrokenPlugin(Path file, Message reason) {
    /** All of it in sentences: that it was skipped, which file, why, and what to do. */
    public Message message() {
        return Message.of("plugin.skipped", file.toString(), reason);
    }
}
