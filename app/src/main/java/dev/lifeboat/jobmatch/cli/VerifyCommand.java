package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code lifeboat verify}: checks one backup in full, or all backups of the database. */
final class VerifyCommand implements Subcommand {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.ALL);
    }

    @Override
    public Naming naming() {
        return Naming.OPTIONAL;
    }

    @Override
    public ExitCode run(Session session) throws BackupException, CommandException {
        Optional<String> name = session.arguments().name();
        if (name.isPresent() == session.arguments().has(CommandOption.ALL)) {
            throw CommandException.usage("problem.verify");
        }
        BackupService service = session.open();
        return name.isPresent() ? verify(name.get(), service, session) : verifyAll(service, session);
    }

    private static ExitCode verify(String name, BackupService service, Session session) throws BackupException {
        Check check;
        try (ProgressBar progress = session.progress()) {
            check = Check.of(service.verify(name, progress));
        }
        session.answer().verified(check);
        return check.exitCode();
    }

    private static ExitCode verifyAll(BackupService service, Session session) throws BackupException {
        List<Check> checks = new ArrayList<>();
        try (ProgressBar progress = session.progress()) {
            for (Backup backup : service.list().backups()) {
                if (backup.state() != BackupState.FOREIGN) {
                    check(backup.name(), service, progress).ifPresent(checks::add);
                }
            }
        }
        session.answer().verifiedAll(checks);
        return worst(checks);
    }

    /**
     * Empty when the backup was deleted since it was listed. One that cannot be read does not keep the others from
     * being checked.
     */
    private static Optional<Check> check(String name, BackupService service, ProgressListener progress) {
        try {
            return Optional.of(Check.of(service.verify(name, progress)));
        } catch (BackupException e) {
            return e.error() == BackupError.BACKUP_NOT_FOUND ? Optional.empty() : Optional.of(Check.failed(name, e));
        }
    }

    private static ExitCode worst(List<Check> checks) {
        List<ExitCode> codes = checks.stream()
                .map(Check::exitCode)
                .filter(code -> code != ExitCode.SUCCESS)
                .toList();
        if (codes.isEmpty()) {
            return ExitCode.SUCCESS;
        }
        return codes.contains(ExitCode.DAMAGE_FOUND) ? ExitCode.DAMAGE_FOUND : codes.get(0);
    }
}
