package dev.lifeboat.jobmatch.cli;

import com.google.gson.stream.JsonWriter;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BrokenPlugin;
import dev.lifeboat.backup.InstalledProvider;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Providers as programs read them: members of an object. */
final class ProviderJson {
    private ProviderJson() {}

    static void write(JsonWriter json, BackupProviders providers, Locale locale) throws IOException {
        json.name("providers").beginArray();
        for (InstalledProvider provider : providers.found()) {
            json.beginObject();
            json.name("id").value(provider.id());
            json.name("description").value(provider.provider().description());
            json.name("module").value(provider.module());
            json.name("version").value(provider.version().orElse(null));
            json.name("origin").value(provider.plugin().isPresent() ? "plugin" : "built-in");
            json.name("file").value(provider.plugin().map(Path::toString).orElse(null));
            json.endObject();
        }
        json.endArray();
        json.name("broken").beginArray();
        for (BrokenPlugin broken : providers.broken()) {
            json.beginObject();
            json.name("file").value(broken.file().toString());
            json.name("reason").value(broken.reason().in(locale));
            json.endObject();
        }
        json.endArray();
        json.name("conflicts").beginArray();
        for (Message conflict : providers.conflicts()) {
            json.value(conflict.in(locale));
        }
        json.endArray();
    }
}
