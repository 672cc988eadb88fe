package dev.lifeboat.backup;

import dev.lifeboat.backup.spi.BackupProvider;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A provider and where it comes from.
 *
 * @param provider the provider itself
 * @param module name of its module; of its class where it is in none
 * @param version of that module, where it has one
 * @param plugin the jar or folder it was loaded from; empty when it is a part of the application
 */
public record InstalledProvider(
        BackupProvider provider, String module, Optional<String> version, Optional<Path> plugin) {
    /** One that the application was put together with. */
    public static InstalledProvider builtIn(BackupProvider provider) {
        return of(provider, Optional.empty());
    }

    static InstalledProvider of(BackupProvider provider, Optional<Path> plugin) {
        Module module = provider.getClass().getModule();
        return new InstalledProvider(
                provider,
                module.isNamed() ? module.getName() : provider.getClass().getName(),
                Optional.ofNullable(module.getDescriptor()).flatMap(ModuleDescriptor::rawVersion),
                plugin);
    }

    /** The same with another provider in its place, such as one that wraps it. */
    public InstalledProvider with(BackupProvider other) {
        return new InstalledProvider(other, module, version, plugin);
    }

    /** The provider's id. */
    public String id() {
        return provider.id();
    }

    /** Where it comes from, for people: the file, or that it is built in. */
    public Message origin() {
        return plugin.map(file -> Message.literal(file.toString()))
                .orElseGet(() -> Message.of("provider.built-in", module));
    }
}
