package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.RetentionPolicy;
import java.util.List;

/** {@code lifeboat cleanup}: deletes old backups, after showing exactly which and asking. */
final class CleanupCommand implements Subcommand {
    @Override
    public String name() {
        return "cleanup";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.OLDER_THAN, CommandOption.DRY_RUN, CommandOption.YES);
    }

    @Override
    public ExitCode run(Session session) throws BackupException, CommandException {
        RetentionPolicy policy = new RetentionPolicy(session.arguments().olderThan());
        boolean dryRun = session.arguments().has(CommandOption.DRY_RUN);
        if (!dryRun) {
            session.requireConfirmation();
        }
        BackupService service = session.open();
        CleanupPlan plan = service.planCleanup(policy);
        if (dryRun) {
            session.answer().planned(plan);
            return ExitCode.SUCCESS;
        }
        if (!session.isConfirmed() && !plan.deletions().isEmpty()) {
            Previews previews = session.previews();
            if (!session.ask(previews.cleanup(plan), previews.cleanupQuestion(plan))) {
                return ExitCode.CONFIRMATION_REQUIRED;
            }
        }
        return cleanUp(plan, service, session);
    }

    private static ExitCode cleanUp(CleanupPlan plan, BackupService service, Session session) throws BackupException {
        CleanupResult result;
        try (ProgressBar progress = session.progress()) {
            result = service.cleanUp(plan, progress);
        }
        session.answer().cleanedUp(result);
        return result.failed().isEmpty() ? ExitCode.SUCCESS : ExitCode.CLEANUP_INCOMPLETE;
    }
}
