package dev.lifeboat.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of plugins: each jar in it is one, and each folder in it is one with all its jars. Hidden files are nobody's
 * plugins.
 */
final class PluginFolder {
    private final List<InstalledProvider> providers = new ArrayList<>();
    private final List<BrokenPlugin> broken = new ArrayList<>();

    private PluginFolder() {}

    /** Loads what is there; what cannot be used is reported and never thrown. A folder that is missing is empty. */
    static PluginFolder load(Path folder) {
        PluginFolder loaded = new PluginFolder();
        if (Files.isDirectory(folder)) {
            try {
                plugins(folder).forEach(loaded::add);
            } catch (IOException unreadable) {
                loaded.broken.add(new BrokenPlugin(folder, Message.of("plugin.unreadable", words(unreadable))));
            }
        }
        return loaded;
    }

    List<InstalledProvider> providers() {
        return providers;
    }

    List<BrokenPlugin> broken() {
        return broken;
    }

    /** What happened, with the name of the failure where it has no words of its own. */
    static String words(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    private static List<Path> plugins(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.toAbsolutePath().normalize())) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path file) {
        try {
            PluginLayer layer = PluginLayer.of(file);
            providers.addAll(layer.providers());
            broken.addAll(layer.broken());
        } catch (PluginException unusable) {
            broken.add(new BrokenPlugin(file, unusable.reason()));
        }
    }
}
