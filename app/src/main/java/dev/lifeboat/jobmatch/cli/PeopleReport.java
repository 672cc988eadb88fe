package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer for people. Results go to standard output, warnings and failures to standard error; in quiet mode only
 * what went wrong is shown.
 */
final class PeopleReport implements Report {
    private final Printer out;
    private final Printer err;
    private final Printer warnings;
    private final Printer problems;
    private final Texts texts;
    private final Locale locale;
    private final Phrases phrases;

    PeopleReport(Terminal terminal, Texts texts, Phrases phrases, boolean quiet) {
        boolean errorColours = terminal.showsColours() && terminal.showsProgress();
        this.err = new Printer(terminal.err(), terminal.charset(), errorColours);
        this.out = quiet ? Printer.silent() : new Printer(terminal.out(), terminal.charset(), terminal.showsColours());
        this.warnings = quiet ? Printer.silent() : err;
        this.problems = quiet ? err : out;
        this.texts = texts;
        this.locale = texts.locale();
        this.phrases = phrases;
    }

    @Override
    public void created(Backup backup) {
        String size = phrases.size(backup.sizeBytes());
        out.line(
                backup.schemaVersion().isPresent()
                        ? texts.of("created", backup.name(), size, phrases.schema(backup))
                        : texts.of("created.without-schema", backup.name(), size));
        warn(backup.metadata().map(BackupMetadata::warnings).orElse(List.of()));
    }

    @Override
    public void listed(BackupList list, BackupConfiguration configuration) {
        if (list.backups().isEmpty()) {
            out.line(texts.of(
                    "list.empty",
                    configuration.database().toString(),
                    configuration.folder().toString()));
            out.line(texts.of("list.empty.hint", configuration.database().toString()));
        } else {
            new BackupTable(texts, phrases).print(list.backups(), out);
            out.line("");
            out.line(lastBackup(list.lastBackup()));
        }
        if (!list.preserved().isEmpty()) {
            Columns columns = new Columns().left().left().right();
            list.preserved()
                    .forEach(files -> columns.row(
                            "  " + files.path(),
                            phrases.timeAndAge(files.createdAt()),
                            phrases.size(files.sizeBytes())));
            out.line("");
            out.line(texts.of("list.preserved"));
            columns.lines().forEach(out::line);
        }
    }

    @Override
    public void shown(Backup backup) {
        new BackupTable(texts, phrases).printDetails(backup, out);
    }

    @Override
    public void verified(Check check) {
        Printer target = check.isIntact() ? out : problems;
        if (check.isIntact()) {
            target.line(texts.of("verified.intact", check.name()));
        } else {
            target.alarm(texts.of("verified.damaged", check.name()));
            check.findings(locale).forEach(finding -> target.line("  " + finding));
        }
        check.warnings(locale).forEach(warning -> warnings.line(texts.of("warning", warning)));
    }

    @Override
    public void verifiedAll(List<Check> checks) {
        for (Check check : checks) {
            if (check.failure().isPresent()) {
                problems.alarm(texts.of("verified.failed", check.name()));
                check.findings(locale).forEach(finding -> problems.line("  " + finding));
            } else {
                verified(check);
            }
        }
        long intact = checks.stream().filter(Check::isIntact).count();
        out.line(checks.isEmpty() ? texts.of("verified.none") : texts.of("verified.all", intact, checks.size()));
    }

    @Override
    public void restored(RestoreResult result) {
        out.line(texts.of("restored", result.restored()));
        if (result.safetyBackup().isPresent()) {
            out.line(texts.of("restored.safety", result.safetyBackup().get().name()));
        }
        if (!result.preserved().isEmpty()) {
            out.line(texts.of("restored.preserved"));
            result.preserved().forEach(path -> out.line("  " + path));
        }
        warn(result.warnings());
    }

    @Override
    public void deleted(String name) {
        out.line(texts.of("deleted", name));
    }

    @Override
    public void planned(CleanupPlan plan) {
        new Previews(texts, phrases).cleanup(plan).forEach(out::line);
        out.line(texts.of("cleanup.dry-run"));
    }

    @Override
    public void cleanedUp(CleanupResult result) {
        result.deleted().forEach(name -> out.line(texts.of("deleted", name)));
        Columns columns = new Columns().left().left();
        result.kept()
                .forEach(kept ->
                        columns.row("  " + kept.backup().name(), kept.reason().text(locale)));
        if (!result.kept().isEmpty()) {
            out.line(texts.of("cleanup.stayed", result.kept().size()));
            columns.lines().forEach(out::line);
        }
        out.line(texts.of("cleanup.done", result.deleted().size(), result.kept().size()));
        for (CleanupResult.Failure failure : result.failed()) {
            err.alarm(texts.of("cleanup.failed", failure.name()));
            err.line("  " + failure.error().message(locale));
        }
    }

    @Override
    public void recovered(RecoveryResult result) {
        result.actions().forEach(action -> out.line(action.in(locale)));
        out.line(texts.of("recovered." + result.state().id()));
    }

    @Override
    public void status(BackupStatus status, BackupConfiguration configuration) {
        String running = status.running()
                .map(progress -> texts.of(
                        "status.running",
                        progress.operation().text().in(locale),
                        progress.stage().text().in(locale),
                        progress.percent()))
                .orElse(texts.of("status.idle"));
        Columns columns = new Columns()
                .left()
                .left()
                .row(
                        texts.of("label.database"),
                        sized(configuration.database(), status.databaseSizeBytes(), "status.database"))
                .row(texts.of("label.folder"), sized(configuration.folder(), status.freeBytes(), "status.folder"))
                .row(
                        texts.of("label.last-backup"),
                        status.lastBackup().map(this::nameAndAge).orElse(texts.of("status.no-backup")))
                .row(texts.of("label.running"), running);
        columns.lines().forEach(out::line);
    }

    @Override
    public void providers(BackupProviders providers, Optional<Path> plugins) {
        new ProviderTable(texts, phrases).print(providers, plugins, out);
    }

    @Override
    public void failed(Failure failure) {
        err.alarm(texts.of("failure", failure.heading(), failure.code()));
        err.line(failure.message());
        failure.unmentionedPath().ifPresent(path -> err.line(texts.of("failure.path", path.toString())));
        err.line(failure.hint());
    }

    private void warn(List<Message> messages) {
        messages.forEach(message -> warnings.line(texts.of("warning", message.in(locale))));
    }

    private String lastBackup(Optional<Backup> backup) {
        return backup.map(last -> texts.of("list.last", nameAndAge(last))).orElse(texts.of("list.no-last"));
    }

    private String nameAndAge(Backup backup) {
        return texts.of("list.last.backup", backup.name(), phrases.age(backup.createdAt()));
    }

    private String sized(Path path, long bytes, String key) {
        return texts.of(key, path.toString(), phrases.size(bytes));
    }
}
