package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option there is, each with one meaning wherever it is taken. Declared in code, not by annotations, because
 * reading annotations would double the time the parser needs.
 */
enum CommandOption {
    DATABASE("FILE", "--database"),
    BACKUPS("DIR", "--backups"),
    PROVIDER("ID", "--provider"),
    PLUGINS("DIR", "--plugins"),
    KIND("KIND", "--kind"),
    NOTE("TEXT", "--note"),
    OLDER_THAN("AGE", "--older-than"),
    ALL("--all"),
    DRY_RUN("--dry-run"),
    ALLOW_NEWER_SCHEMA("--allow-newer-schema"),
    ALLOW_FOREIGN("--allow-foreign"),
    YES("-y", "--yes"),
    JSON("--json"),
    QUIET("-q", "--quiet"),
    HELP("-h", "--help"),
    VERSION("-V", "--version");

    /** What every command that works on a database takes besides its name. */
    static final List<CommandOption> SHARED = List.of(BACKUPS, PROVIDER, PLUGINS, JSON, QUIET);

    /** The kinds of backup that a person can ask for. */
    static final List<String> KINDS = Arrays.stream(BackupKind.values())
            .filter(kind -> kind != BackupKind.SAFETY)
            .map(BackupKind::id)
            .toList();

    private final String parameter;
    private final List<String> names;

    CommandOption(String first, String... more) {
        boolean hasParameter = !first.startsWith("-");
        this.parameter = hasParameter ? first : "";
        this.names = hasParameter ? List.of(more) : concat(first, more);
    }

    /** The long name, such as {@code --dry-run}. */
    String longName() {
        return names.get(names.size() - 1);
    }

    /** Its declaration for the parser. */
    OptionSpec spec() {
        OptionSpec.Builder spec = OptionSpec.builder(names.toArray(String[]::new))
                .descriptionKey("option." + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .required(this == DATABASE)
                .usageHelp(this == HELP)
                .versionHelp(this == VERSION);
        if (parameter.isEmpty()) {
            return spec.arity("0").type(boolean.class).build();
        }
        if (this == KIND) {
            spec.completionCandidates(KINDS);
        }
        boolean isFile = this == DATABASE || this == BACKUPS || this == PLUGINS;
        return spec.arity("1")
                .paramLabel(parameter)
                .type(isFile ? Path.class : String.class)
                .build();
    }

    private static List<String> concat(String first, String... more) {
        return more.length == 0 ? List.of(first) : List.of(first, more[0]);
    }
}
