package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RecoveryResult;

/**
 * {@code lifeboat recover}: finishes or undoes what a crash interrupted. Like the restore it may finish, signals do not
 * stop it.
 */
final class RecoverCommand implements Subcommand {
    @Override
    public String name() {
        return "recover";
    }

    @Override
    public ExitCode run(Session session) throws BackupException {
        BackupService service = session.open();
        session.makeUnstoppable();
        RecoveryResult result = service.recover();
        session.answer().recovered(result);
        return ExitCode.SUCCESS;
    }
}
