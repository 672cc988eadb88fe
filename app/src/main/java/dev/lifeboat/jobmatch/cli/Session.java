package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run of one command: opens the service, asks the person, takes the answer. */
final class Session {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Texts texts;
    private final Report report;
    private final ShutdownGuard guard;

    Session(Arguments arguments, Surroundings surroundings, Texts texts, Report report, ShutdownGuard guard) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.texts = texts;
        this.report = report;
        this.guard = guard;
    }

    /** What was asked for. */
    Arguments arguments() {
        return arguments;
    }

    /**
     * The service for the database that was named. The only place that opens one.
     *
     * @throws BackupException {@code PROVIDER_NOT_FOUND}
     */
    BackupService open() throws BackupException {
        BackupConfiguration defaults = BackupConfiguration.of(arguments.database())
                .withApplicationVersion(Version.own())
                .withSchemaVersionReader(new FoundSchemaVersion())
                .withClock(surroundings.clock());
        BackupConfiguration configuration =
                arguments.backups().map(defaults::withFolder).orElse(defaults);
        BackupProviders providers = providers();
        providers.broken().forEach(plugin -> warn(plugin.message()));
        Optional<String> id = arguments.value(CommandOption.PROVIDER);
        return (id.isPresent() ? providers.byId(id.get()) : providers.forDatabase(configuration.database()))
                .open(configuration);
    }

    /** The kinds of database that can be backed up. */
    BackupProviders providers() {
        return surroundings.providers().get();
    }

    /** The folder where plugins are looked for. */
    Optional<Path> plugins() {
        return surroundings.plugins();
    }

    /** Beside the answer, on standard error: programs read the other one. */
    private void warn(Message message) {
        if (!arguments.has(CommandOption.QUIET)) {
            Terminal terminal = surroundings.terminal();
            new Printer(terminal.err(), terminal.charset(), false)
                    .line(texts.of("warning", message.in(texts.locale())));
        }
    }

    /** Takes the answer of the command, once. A signal that comes first means that there is none. */
    Report answer() {
        guard.answering();
        return report;
    }

    /** A display of progress for people who look at a terminal; silent otherwise. To be closed before the answer. */
    ProgressBar progress() {
        boolean wanted = !arguments.has(CommandOption.JSON) && !arguments.has(CommandOption.QUIET);
        Terminal terminal = surroundings.terminal();
        return new ProgressBar(terminal, texts, wanted && terminal.showsProgress(), System::nanoTime);
    }

    /** Lets signals wait until the command has ended. */
    void makeUnstoppable() {
        guard.makeUnstoppable();
    }

    /**
     * Makes sure that somebody agrees or can be asked. Programs that read JSON are never asked.
     *
     * @throws CommandException when not
     */
    void requireConfirmation() throws CommandException {
        boolean canAsk =
                !arguments.has(CommandOption.JSON) && surroundings.terminal().canAsk();
        if (!isConfirmed() && !canAsk) {
            throw CommandException.confirmationRequired();
        }
    }

    /** Whether nobody needs to be asked any more. */
    boolean isConfirmed() {
        return arguments.has(CommandOption.YES);
    }

    /**
     * Shows the facts and asks. Every answer but a clear yes is a no, and the person is told that nothing was changed.
     */
    boolean ask(List<String> facts, String question) {
        Printer printer = printer();
        facts.forEach(printer::line);
        String answer = surroundings.terminal().ask(question).orElse("").strip().toLowerCase(Locale.ROOT);
        boolean yes = List.of(texts.of("answer.yes").split(",")).contains(answer);
        if (!yes) {
            printer.line(texts.of("answer.declined"));
        }
        return yes;
    }

    /** Prints what is not an answer of a backup service. */
    Printer printer() {
        Terminal terminal = surroundings.terminal();
        return new Printer(terminal.out(), terminal.charset(), terminal.showsColours());
    }

    /** The words for a question. */
    Previews previews() {
        return new Previews(texts, new Phrases(texts, surroundings.clock()));
    }
}
