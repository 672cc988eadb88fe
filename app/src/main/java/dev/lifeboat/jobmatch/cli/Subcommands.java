package dev.lifeboat.jobmatch.cli;

import java.util.List;
import java.util.Optional;

/** The commands by name. Only the one that is run gets loaded. */
final class Subcommands {
    /** In the order of the help text. */
    static final List<String> NAMES = List.of(
            "create",
            "list",
            "show",
            "verify",
            "restore",
            "delete",
            "cleanup",
            "status",
            "recover",
            "providers",
            "generate-completion");

    private Subcommands() {}

    /** The command with this name. */
    static Optional<Subcommand> named(String name) {
        return switch (name) {
            case "create" -> Optional.of(new CreateCommand());
            case "list" -> Optional.of(new ListCommand());
            case "show" -> Optional.of(new ShowCommand());
            case "verify" -> Optional.of(new VerifyCommand());
            case "restore" -> Optional.of(new RestoreCommand());
            case "delete" -> Optional.of(new DeleteCommand());
            case "cleanup" -> Optional.of(new CleanupCommand());
            case "status" -> Optional.of(new StatusCommand());
            case "recover" -> Optional.of(new RecoverCommand());
            case "providers" -> Optional.of(new ProvidersCommand());
            case "generate-completion" -> Optional.of(new CompletionCommand());
            default -> Optional.empty();
        };
    }

    /** All of them. */
    static List<Subcommand> all() {
        return NAMES.stream().flatMap(name -> named(name).stream()).toList();
    }
}
