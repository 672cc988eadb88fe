package dev.lifeboat.jobmatch.cli;

import picocli.AutoComplete;

/** {@code lifeboat generate-completion}: prints a script that completes commands and options in bash and zsh. */
final class CompletionCommand implements Subcommand {
    @Override
    public String name() {
        return "generate-completion";
    }

    @Override
    public boolean usesDatabase() {
        return false;
    }

    @Override
    public ExitCode run(Session session) {
        session.printer().prepared(AutoComplete.bash(Syntax.PROGRAM, Syntax.wholeParser()));
        return ExitCode.SUCCESS;
    }
}
