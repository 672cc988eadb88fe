package dev.lifeboat.backup;

import dev.lifeboat.backup.spi.BackupProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One plugin as a module layer of its own, with a class loader of its own, above the application's layer: two plugins
 * can bring different versions of one library. The API is always the application's.
 */
final class PluginLayer {
    private static final String API = "dev.lifeboat.backup";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final Path file;
    private final List<InstalledProvider> providers = new ArrayList<>();
    private final List<BrokenPlugin> broken = new ArrayList<>();

    private PluginLayer(Path file) {
        this.file = file;
    }

    /**
     * Loads a plugin and makes its providers.
     *
     * @throws PluginException when nothing of it can be used
     */
    static PluginLayer of(Path file) throws PluginException {
        PluginLayer plugin = new PluginLayer(file);
        Set<ModuleReference> modules = modulesIn(file);
        plugin.makeProviders(define(modules, rootsAmong(modules, file)));
        return plugin;
    }

    List<InstalledProvider> providers() {
        return providers;
    }

    /** Those of its providers that cannot be used. */
    List<BrokenPlugin> broken() {
        return broken;
    }

    private static Set<ModuleReference> modulesIn(Path file) throws PluginException {
        boolean folder = Files.isDirectory(file);
        if (!folder && !isJar(file)) {
            throw new PluginException(Message.of("plugin.not-a-jar"));
        }
        try {
            if (folder && !containsJar(file)) {
                throw new PluginException(Message.of("plugin.empty-folder"));
            }
            return ModuleFinder.of(file).findAll().stream()
                    .filter(module -> !module.descriptor().name().equals(API))
                    .collect(Collectors.toSet());
        } catch (FindException | IOException | UncheckedIOException unreadable) {
            throw new PluginException(
                    Message.of("plugin.unreadable-jar", PluginFolder.words(rootOf(unreadable))), unreadable);
        }
    }

    private static boolean containsJar(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(PluginLayer::isJar);
        }
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(".jar");
    }

    /** The modules that say, in a descriptor of their own, that they provide one. */
    private static Set<String> rootsAmong(Set<ModuleReference> modules, Path file) throws PluginException {
        Set<String> roots = modules.stream()
                .map(ModuleReference::descriptor)
                .filter(module -> !module.isAutomatic() && !providersOf(module).isEmpty())
                .map(ModuleDescriptor::name)
                .collect(Collectors.toSet());
        if (roots.isEmpty()) {
            boolean described =
                    modules.stream().anyMatch(module -> !module.descriptor().isAutomatic());
            throw new PluginException(
                    described || modules.isEmpty()
                            ? Message.of("plugin.no-provider", BackupProvider.class.getName())
                            : Message.of(
                                    "plugin.no-descriptor", file.getFileName().toString()));
        }
        return roots;
    }

    private static List<String> providersOf(ModuleDescriptor module) {
        return module.provides().stream()
                .filter(provided -> provided.service().equals(BackupProvider.class.getName()))
                .flatMap(provided -> provided.providers().stream())
                .toList();
    }

    private static ModuleLayer define(Set<ModuleReference> modules, Set<String> roots) throws PluginException {
        ModuleLayer application =
                Optional.ofNullable(PluginLayer.class.getModule().getLayer()).orElseGet(ModuleLayer::boot);
        try {
            Configuration configuration =
                    application.configuration().resolveAndBind(new FoundModules(modules), ModuleFinder.of(), roots);
            // The platform's loader as parent: the class path is not searched.
            return application.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        } catch (FindException | ResolutionException | LayerInstantiationException unusable) {
            String missing = missing(modules, application);
            throw new PluginException(
                    missing.isEmpty()
                            ? Message.of("plugin.unresolvable", PluginFolder.words(unusable))
                            : Message.of("plugin.missing-modules", missing),
                    unusable);
        }
    }

    private static String missing(Set<ModuleReference> modules, ModuleLayer application) {
        FoundModules own = new FoundModules(modules);
        return modules.stream()
                .flatMap(module -> module.descriptor().requires().stream())
                .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .filter(name ->
                        own.find(name).isEmpty() && application.findModule(name).isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void makeProviders(ModuleLayer layer) {
        long count = layer.modules().stream()
                .mapToLong(module -> providersOf(module.getDescriptor()).size())
                .sum();
        // The layer's own come first, then those of the layers below it.
        Iterator<BackupProvider> found =
                ServiceLoader.load(layer, BackupProvider.class).iterator();
        for (long number = 0; number < count; number++) {
            try {
                if (found.hasNext()) {
                    add(found.next());
                }
            } catch (ServiceConfigurationError | LinkageError failed) {
                reject(Message.of("plugin.creation", PluginFolder.words(rootOf(failed))));
            } catch (PluginException unusable) {
                reject(unusable.reason());
            }
        }
    }

    private void add(BackupProvider provider) throws PluginException {
        String id;
        String description;
        try {
            id = provider.id();
            description = provider.description();
        } catch (RuntimeException | LinkageError failed) {
            throw new PluginException(Message.of("plugin.creation", PluginFolder.words(failed)), failed);
        }
        if (id == null || !ID.matcher(id).matches()) {
            throw new PluginException(
                    Message.of("plugin.unusable-id", provider.getClass().getName(), String.valueOf(id)));
        }
        if (description == null || description.isBlank()) {
            throw new PluginException(
                    Message.of("plugin.no-description", provider.getClass().getName()));
        }
        providers.add(InstalledProvider.of(provider, Optional.of(file)));
    }

    private void reject(Message reason) {
        broken.add(new BrokenPlugin(file, reason));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Modules that were found already. */
    private record FoundModules(Set<ModuleReference> all) implements ModuleFinder {
        @Override
        public Optional<ModuleReference> find(String name) {
            return all.stream()
                    .filter(module -> module.descriptor().name().equals(name))
                    .findFirst();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return all;
        }
    }
}
