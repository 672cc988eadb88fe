package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;

/** {@code lifeboat list}: everything in the backup folder, newest first. */
final class ListCommand implements Subcommand {
    @Override
    public String name() {
        return "list";
    }

    @Override
    public ExitCode run(Session session) throws BackupException {
        BackupService service = session.open();
        BackupList list = service.list();
        session.answer().listed(list, service.configuration());
        return ExitCode.SUCCESS;
    }
}
