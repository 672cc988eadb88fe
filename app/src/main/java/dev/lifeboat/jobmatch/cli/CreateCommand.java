package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.CreateRequest;
import java.util.List;

/** {@code lifeboat create}: makes a verified backup. */
final class CreateCommand implements Subcommand {
    private static final String TRIGGER = "command-line";

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.KIND, CommandOption.NOTE);
    }

    @Override
    public ExitCode run(Session session) throws BackupException, CommandException {
        Arguments arguments = session.arguments();
        CreateRequest request = new CreateRequest(
                arguments.kind(), TRIGGER, arguments.value(CommandOption.NOTE).orElse(""));
        Backup backup;
        try (ProgressBar progress = session.progress()) {
            backup = session.open().create(request, progress);
        }
        session.answer().created(backup);
        return ExitCode.SUCCESS;
    }
}
