package dev.lifeboat.backup;

import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The providers that are installed, found through {@link ServiceLoader}.
 *
 * @param all in the order they were found
 */
public record BackupProviders(List<BackupProvider> all) {
    /** Copies the list. */
    public BackupProviders {
        all = List.copyOf(all);
    }

    /** The providers on the module path, or the class path, of the application. */
    public static BackupProviders installed() {
        return new BackupProviders(ServiceLoader.load(BackupProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * The provider with this id.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}, naming the ids that are there, or that two have this one
     */
    public BackupProvider byId(String id) throws BackupException {
        List<BackupProvider> matches =
                all.stream().filter(provider -> provider.id().equals(id)).toList();
        if (matches.isEmpty()) {
            throw new BackupException(
                    BackupError.PROVIDER_NOT_FOUND, Message.of("error.provider-not-found", id, ids()));
        }
        if (matches.size() > 1) {
            throw new BackupException(BackupError.PROVIDER_NOT_FOUND, Message.of("error.provider-twice", id));
        }
        return matches.get(0);
    }

    /**
     * The first provider that says it supports this database; one that does not exist yet, or is damaged, is supported
     * by a provider that goes by its name.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}, naming the ids that are there
     */
    public BackupProvider forDatabase(Path database) throws BackupException {
        for (BackupProvider provider : all) {
            if (provider.supports(database)) {
                return provider;
            }
        }
        throw new BackupException(
                BackupError.PROVIDER_NOT_FOUND, Message.of("error.no-provider", database.toString(), ids()), database);
    }

    private String ids() {
        return all.isEmpty()
                ? "-"
                : all.stream().map(BackupProvider::id).sorted().collect(Collectors.joining(", "));
    }
}
