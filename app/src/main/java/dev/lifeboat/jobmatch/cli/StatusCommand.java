package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;

/** {@code lifeboat status}: what is running and how things stand. */
final class StatusCommand implements Subcommand {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public ExitCode run(Session session) throws BackupException {
        BackupService service = session.open();
        BackupStatus status = service.status();
        session.answer().status(status, service.configuration());
        return ExitCode.SUCCESS;
    }
}
