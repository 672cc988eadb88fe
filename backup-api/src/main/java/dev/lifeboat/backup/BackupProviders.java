package dev.lifeboat.backup;

import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The providers that are installed, found through {@link ServiceLoader}: those of the application, and those that
 * somebody has put into a folder of plugins.
 *
 * @param found in the order they were found, the application's own first
 * @param broken plugins that could not be used
 */
public record BackupProviders(List<InstalledProvider> found, List<BrokenPlugin> broken) {
    /** Copies the lists. */
    public BackupProviders {
        found = List.copyOf(found);
        broken = List.copyOf(broken);
    }

    /** These providers, as parts of the application. */
    public BackupProviders(List<BackupProvider> all) {
        this(all.stream().map(InstalledProvider::builtIn).toList(), List.of());
    }

    /**
     * The providers of the application: the modules that it was started with. Where Lifeboat itself is on the class
     * path, those on the class path.
     */
    public static BackupProviders installed() {
        ModuleLayer layer = BackupProviders.class.getModule().getLayer();
        ServiceLoader<BackupProvider> providers = layer == null
                ? ServiceLoader.load(BackupProvider.class)
                : ServiceLoader.load(layer, BackupProvider.class);
        return new BackupProviders(
                providers.stream().map(ServiceLoader.Provider::get).toList());
    }

    /**
     * The same and the plugins in a folder: each modular jar in it is a plugin, and each folder in it is one with all
     * its jars. Each becomes a module layer of its own, so that their libraries do not meet. Nothing else is searched.
     *
     * <p>Never fails: a plugin that cannot be used is among the {@link #broken} ones, and a folder that is missing is
     * empty. Call it once per process and keep the answer; each call loads every plugin anew.
     */
    public static BackupProviders installedAndIn(Path plugins) {
        PluginFolder folder = PluginFolder.load(plugins);
        List<InstalledProvider> found = new ArrayList<>(installed().found());
        found.addAll(folder.providers());
        return new BackupProviders(found, folder.broken());
    }

    /** The providers alone. */
    public List<BackupProvider> all() {
        return found.stream().map(InstalledProvider::provider).toList();
    }

    /**
     * The provider with this id.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}, naming the ids that are there, or where the two come from
     *     that both have this one
     */
    public BackupProvider byId(String id) throws BackupException {
        List<InstalledProvider> matches =
                found.stream().filter(provider -> provider.id().equals(id)).toList();
        if (matches.isEmpty()) {
            throw new BackupException(
                    BackupError.PROVIDER_NOT_FOUND, Message.of("error.provider-not-found", id, ids()));
        }
        if (matches.size() > 1) {
            throw new BackupException(BackupError.PROVIDER_NOT_FOUND, conflict(matches))
                    .withHint(Message.of("hint.provider-twice"));
        }
        return matches.get(0).provider();
    }

    /**
     * The first provider that says it supports this database; one that does not exist yet, or is damaged, is supported
     * by a provider that goes by its name. The application's own are asked before plugins.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}, naming the ids that are there
     */
    public BackupProvider forDatabase(Path database) throws BackupException {
        for (InstalledProvider candidate : found) {
            if (supports(candidate, database)) {
                return candidate.provider();
            }
        }
        throw new BackupException(
                BackupError.PROVIDER_NOT_FOUND, Message.of("error.no-provider", database.toString(), ids()), database);
    }

    /** A plugin that cannot even say that is as good as one that says no. */
    private static boolean supports(InstalledProvider candidate, Path database) {
        try {
            return candidate.provider().supports(database);
        } catch (RuntimeException | LinkageError broken) {
            if (candidate.plugin().isEmpty()) {
                throw broken;
            }
            System.getLogger(BackupProviders.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "cannot ask " + candidate.plugin().get(),
                            broken);
            return false;
        }
    }

    /** One sentence for each id that several have, and that therefore chooses none of them. */
    public List<Message> conflicts() {
        return found.stream()
                .collect(Collectors.groupingBy(InstalledProvider::id, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .map(BackupProviders::conflict)
                .toList();
    }

    private static Message conflict(List<InstalledProvider> same) {
        return Message.of(
                "error.provider-twice",
                same.get(0).id(),
                same.get(0).origin(),
                same.get(1).origin());
    }

    private String ids() {
        return found.isEmpty()
                ? "-"
                : found.stream().map(InstalledProvider::id).sorted().collect(Collectors.joining(", "));
    }
}
