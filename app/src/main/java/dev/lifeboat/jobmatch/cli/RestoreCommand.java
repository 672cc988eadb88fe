package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import java.util.List;

/**
 * {@code lifeboat restore}: puts a backup in the place of the database, after asking. Signals do not stop it once it
 * has begun.
 */
final class RestoreCommand implements Subcommand {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.ALLOW_NEWER_SCHEMA, CommandOption.ALLOW_FOREIGN, CommandOption.YES);
    }

    @Override
    public Naming naming() {
        return Naming.REQUIRED;
    }

    @Override
    public ExitCode run(Session session) throws BackupException, CommandException {
        Arguments arguments = session.arguments();
        RestoreRequest request = new RestoreRequest(
                arguments.requiredName(),
                arguments.has(CommandOption.ALLOW_NEWER_SCHEMA),
                arguments.has(CommandOption.ALLOW_FOREIGN));
        BackupService service = session.open();
        RestorePreview preview = service.preview(request);
        session.requireConfirmation();
        if (!session.isConfirmed() && !isWanted(preview, service, session)) {
            return ExitCode.CONFIRMATION_REQUIRED;
        }
        session.makeUnstoppable();
        RestoreResult result;
        try (ProgressBar progress = session.progress()) {
            result = service.restore(request, progress);
        }
        session.answer().restored(result);
        return ExitCode.SUCCESS;
    }

    private static boolean isWanted(RestorePreview preview, BackupService service, Session session)
            throws BackupException {
        if (preview.refusal().isPresent()) {
            throw preview.refusal().get();
        }
        Previews previews = session.previews();
        return session.ask(
                previews.restore(preview, service.configuration()), previews.restoreQuestion(preview.backup()));
    }
}
