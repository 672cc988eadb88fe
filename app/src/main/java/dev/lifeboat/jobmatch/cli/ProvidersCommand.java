package dev.lifeboat.jobmatch.cli;

import java.util.List;

/** {@code lifeboat providers}: which providers there are, where they come from, and which plugins cannot be used. */
final class ProvidersCommand implements Subcommand {
    @Override
    public String name() {
        return "providers";
    }

    @Override
    public boolean usesDatabase() {
        return false;
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.PLUGINS, CommandOption.JSON);
    }

    @Override
    public ExitCode run(Session session) {
        session.answer().providers(session.providers(), session.plugins());
        return ExitCode.SUCCESS;
    }
}
