package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import java.util.List;

/** {@code lifeboat delete}: deletes one backup, after asking. */
final class DeleteCommand implements Subcommand {
    @Override
    public String name() {
        return "delete";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.YES);
    }

    @Override
    public Naming naming() {
        return Naming.REQUIRED;
    }

    @Override
    public ExitCode run(Session session) throws BackupException, CommandException {
        String name = session.arguments().requiredName();
        BackupService service = session.open();
        Backup backup = service.show(name);
        session.requireConfirmation();
        if (!session.isConfirmed()) {
            Previews previews = session.previews();
            if (!session.ask(previews.delete(backup), previews.deleteQuestion())) {
                return ExitCode.CONFIRMATION_REQUIRED;
            }
        }
        service.delete(name);
        session.answer().deleted(name);
        return ExitCode.SUCCESS;
    }
}
