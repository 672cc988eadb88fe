package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupProviders;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Where plugins are looked for: in the runtime image's own folder or in one that was named, and nowhere else. */
final class Plugins {
    private static final String FOLDER = "plugins";
    private static final String LINKED = "jrt";

    private Plugins() {}

    /** The folder of the runtime image that the application is linked into; empty where it runs from jars. */
    static Optional<Path> ofImage() {
        Module own = Plugins.class.getModule();
        boolean linked = Optional.ofNullable(own.getLayer())
                .flatMap(layer -> layer.configuration().findModule(own.getName()))
                .map(ResolvedModule::reference)
                .flatMap(module -> module.location().map(URI::getScheme))
                .filter(LINKED::equals)
                .isPresent();
        return linked ? Optional.of(Path.of(System.getProperty("java.home"), FOLDER)) : Optional.empty();
    }

    /** The application's providers and those in a folder of plugins; loaded when first needed, and once. */
    static Supplier<BackupProviders> in(Optional<Path> folder) {
        return new Once<>(() -> folder.map(BackupProviders::installedAndIn).orElseGet(BackupProviders::installed));
    }
}
