package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BrokenPlugin;
import dev.lifeboat.backup.InstalledProvider;
import dev.lifeboat.backup.Message;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Providers as people read them: a table, and under it what is wrong with plugins and where they are looked for. */
final class ProviderTable {
    private final Texts texts;
    private final Phrases phrases;

    ProviderTable(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    void print(BackupProviders providers, Optional<Path> plugins, Printer out) {
        if (providers.found().isEmpty()) {
            out.alarm(texts.of("providers.none"));
        } else {
            Iterator<String> lines = table(providers).lines().iterator();
            out.heading(lines.next());
            lines.forEachRemaining(out::line);
        }
        out.line("");
        out.line(
                plugins.isPresent()
                        ? texts.of("providers.folder", plugins.get().toString())
                        : texts.of("providers.no-folder"));
        for (Message conflict : providers.conflicts()) {
            out.alarm(conflict.in(texts.locale()));
        }
        for (BrokenPlugin broken : providers.broken()) {
            out.alarm(broken.message().in(texts.locale()));
        }
    }

    private Columns table(BackupProviders providers) {
        Columns columns = new Columns()
                .left()
                .left()
                .left()
                .left()
                .left()
                .row(
                        texts.of("label.id"),
                        texts.of("label.provider"),
                        texts.of("label.version"),
                        texts.of("label.module"),
                        texts.of("label.origin"));
        for (InstalledProvider provider : providers.found()) {
            columns.row(
                    provider.id(),
                    provider.provider().description(),
                    provider.version().orElse(phrases.nothing()),
                    provider.module(),
                    provider.plugin().map(Path::toString).orElse(texts.of("providers.built-in")));
        }
        return columns;
    }
}
