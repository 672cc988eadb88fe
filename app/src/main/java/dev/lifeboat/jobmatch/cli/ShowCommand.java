package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;

/** {@code lifeboat show}: everything that is known about one backup. */
final class ShowCommand implements Subcommand {
    @Override
    public String name() {
        return "show";
    }

    @Override
    public Naming naming() {
        return Naming.REQUIRED;
    }

    @Override
    public ExitCode run(Session session) throws BackupException {
        Backup backup = session.open().show(session.arguments().requiredName());
        session.answer().shown(backup);
        return ExitCode.SUCCESS;
    }
}
