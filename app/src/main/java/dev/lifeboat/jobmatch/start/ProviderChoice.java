package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which provider makes the backups. Who orders one gets it or a refusal. What is merely in the settings must not keep
 * the application from starting, because a plugin has been removed, say: then it is the one that goes with the
 * database.
 *
 * @param provider the one to use
 * @param refusal why the one in the settings is not it
 */
record ProviderChoice(BackupProvider provider, Optional<BackupException> refusal) {
    /**
     * Chooses.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}
     */
    static ProviderChoice of(
            Optional<String> ordered, Optional<String> preferred, Path database, BackupProviders providers)
            throws BackupException {
        if (ordered.isPresent()) {
            return new ProviderChoice(providers.byId(ordered.get()), Optional.empty());
        }
        if (preferred.isEmpty()) {
            return new ProviderChoice(providers.forDatabase(database), Optional.empty());
        }
        try {
            return new ProviderChoice(providers.byId(preferred.get()), Optional.empty());
        } catch (BackupException refusal) {
            return new ProviderChoice(providers.forDatabase(database), Optional.of(refusal));
        }
    }
}
