package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lifeboat.jobmatch.cli.LifeboatProcess.Result;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Providers as real processes find them, and what they say about plugins that are broken and providers that are gone.
 */
@Execution(ExecutionMode.CONCURRENT)
class PluginsIT {
    @TempDir
    private Path folder;

    private Workplace at;
    private Path plugins;

    @BeforeEach
    void makePlugins() throws Exception {
        at = new Workplace(folder);
        plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("torn.jar"), "half of a downl");
    }

    @Test
    void providersAreListedWithWhereTheyComeFromAndBrokenPluginsWithTheReason() {
        Result result = LifeboatProcess.run("providers", "--plugins", plugins.toString());
        Result json = LifeboatProcess.run("providers", "--json", "--plugins", plugins.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .containsPattern("(?m)^sqlite +SQLite [0-9.]+ +[0-9.]+ +dev\\.lifeboat\\.backup\\.sqlite +built in$")
                .contains("Plugins are looked for in " + plugins)
                .contains("The plugin " + plugins.resolve("torn.jar") + " was skipped.");
        JsonObject sqlite = json.json().getAsJsonArray("providers").get(0).getAsJsonObject();
        assertThat(sqlite.get("id").getAsString()).isEqualTo("sqlite");
        assertThat(sqlite.get("origin").getAsString()).isEqualTo("built-in");
        JsonObject broken = json.json().getAsJsonArray("broken").get(0).getAsJsonObject();
        assertThat(broken.get("file").getAsString())
                .isEqualTo(plugins.resolve("torn.jar").toString());
        assertThat(broken.get("reason").getAsString()).contains("cannot be read as a module");
    }

    @Test
    void aBrokenPluginIsAWarningBesideTheAnswer() {
        Result people = at.lifeboat("create", "--plugins", plugins.toString());
        Result program = at.lifeboat("list", "--json", "--plugins", plugins.toString());
        Result quiet = at.lifeboat("list", "--quiet", "--plugins", plugins.toString());

        assertThat(people.exitCode()).isZero();
        assertThat(people.err()).contains("Warning: The plugin " + plugins.resolve("torn.jar"));
        assertThat(program.json().getAsJsonArray("backups")).hasSize(1);
        assertThat(program.err()).contains("torn.jar");
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void aBrokenPluginIsAWarningOfAStart() {
        Result people = start(LifeboatProcess.modulePath(), "--plugins", plugins.toString());
        Result program = start(LifeboatProcess.modulePath(), "--json", "--plugins", plugins.toString());

        assertThat(people.exitCode()).as(people.err()).isZero();
        assertThat(people.err()).contains("Warning: The plugin " + plugins.resolve("torn.jar"));
        assertThat(program.json().getAsJsonArray("notes").toString()).contains("torn.jar");
        assertThat(program.err()).isEmpty();
    }

    @Test
    void aFolderOfPluginsThatIsNotThereIsAMistake() {
        String missing = folder.resolve("missing").toString();

        Result command = at.lifeboat("list", "--json", "--plugins", missing);
        Result start = start(LifeboatProcess.modulePath(), "--plugins", missing);

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.errorCode()).isEqualTo("USAGE");
        assertThat(start.exitCode()).isEqualTo(2);
        assertThat(start.err()).contains("There is no folder " + missing);
    }

    @Test
    void withoutTheModuleOfSqliteACommandAndAStartSayWhatIsMissingAndWhatIsThere() throws Exception {
        String path = Arrays.stream(LifeboatProcess.modulePath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("backup-sqlite"))
                .collect(Collectors.joining(File.pathSeparator));
        String[] create = at.words("create");
        String[] named = at.words("create", "--provider", "sqlite");

        Result command = LifeboatProcess.startThrough(List.of(), path, create).end();
        Result choice = LifeboatProcess.startThrough(List.of(), path, named).end();
        Result start = start(path);

        assertThat(command.exitCode()).isEqualTo(24);
        assertThat(command.err()).contains("No backup provider supports " + at.jobs.path(), "Installed: -.");
        assertThat(choice.exitCode()).isEqualTo(24);
        assertThat(choice.err()).contains("There is no backup provider “sqlite”. Installed: -.", "install the missing");
        assertThat(start.exitCode()).isEqualTo(24);
        assertThat(start.err())
                .contains("No backup provider supports", "Installed: -.")
                .doesNotContain("\tat ");
        assertThat(Files.exists(folder.resolve("home/jobmatchchecker/jobmatcher.db")))
                .isFalse();
    }

    private Result start(String modulePath, String... words) {
        Map<String, String> home = Map.of(
                "XDG_DATA_HOME", folder.resolve("home").toString(),
                "XDG_CONFIG_HOME", folder.resolve("home").toString(),
                "XDG_STATE_HOME", folder.resolve("home").toString());
        String[] all = new String[words.length + 2];
        all[0] = "start";
        all[1] = "--no-window";
        System.arraycopy(words, 0, all, 2, words.length);
        return LifeboatProcess.startMainThrough(List.of(), modulePath, home, all)
                .end();
    }
}
