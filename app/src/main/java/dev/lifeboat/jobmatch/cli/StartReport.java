package dev.lifeboat.jobmatch.cli;

import com.google.gson.stream.JsonWriter;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.jobmatch.start.Housekeeping;
import dev.lifeboat.jobmatch.start.StartState;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells how a start ended: sentences for people, or one JSON object for a program. */
final class StartReport {
    private final Surroundings surroundings;
    private final Texts texts;
    private final boolean json;
    private final List<String> notes = new ArrayList<>();

    StartReport(Surroundings surroundings, Texts texts, boolean json) {
        this.surroundings = surroundings;
        this.texts = texts;
        this.json = json;
    }

    /** Something that a person should know besides. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Something that is wrong without being in the way: people see it on standard error, at once. */
    void warn(String sentence) {
        if (json) {
            note(sentence);
        } else {
            err().line(texts.of("warning", sentence));
        }
    }

    ExitCode ready(StartState.Ready state, BackupConfiguration configuration, Housekeeping.Result done) {
        Locale locale = texts.locale();
        for (Message action : state.recovery().actions()) {
            notes.add(texts.of("start.recovered", action.in(locale)));
        }
        done.cleanup()
                .filter(result -> !result.deleted().isEmpty())
                .ifPresent(result ->
                        notes.add(texts.of("start.cleaned", result.deleted().size())));
        done.created().ifPresent(backup -> notes.add(texts.of("start.backed-up", backup.name())));
        done.cleanupFailure()
                .or(done::backupFailure)
                .ifPresent(failure -> notes.add(texts.of("start.housekeeping", failure.message(locale))));
        print(state, configuration, List.of());
        return ExitCode.SUCCESS;
    }

    ExitCode refused(StartState state, BackupConfiguration configuration) {
        print(state, configuration, choices(state));
        return codeOf(state);
    }

    ExitCode failed(Failure failure) {
        return failed(failure.exitCode(), failure.message());
    }

    ExitCode failed(ExitCode code, String sentence) {
        if (json) {
            write(writer -> {
                writer.name("error").beginObject();
                writer.name("code").value(code.name()).name("message").value(sentence);
                writer.endObject();
            });
        } else {
            err().alarm(sentence);
        }
        return code;
    }

    /** What the process ends with after a start that ended so. */
    static ExitCode codeOf(StartState state) {
        if (state instanceof StartState.Unavailable unavailable) {
            return ExitCode.of(unavailable.reason().error());
        }
        return switch (state.id()) {
            case "ready" -> ExitCode.SUCCESS;
            case "already-running" -> ExitCode.DATABASE_BUSY;
            case "damaged" -> ExitCode.DATABASE_DAMAGED;
            case "missing" -> ExitCode.DATABASE_NOT_FOUND;
            case "too-new" -> ExitCode.SCHEMA_TOO_NEW;
            case "migration-blocked" -> ExitCode.MIGRATION_BLOCKED;
            case "migration-failed" -> ExitCode.MIGRATION_FAILED;
            default -> ExitCode.DECISION_NEEDED;
        };
    }

    private static List<Backup> choices(StartState state) {
        if (state instanceof StartState.Damaged damaged) {
            return damaged.choices();
        }
        if (state instanceof StartState.Missing missing) {
            return missing.choices();
        }
        return state instanceof StartState.NotMigrated notMigrated ? notMigrated.choices() : List.of();
    }

    private void print(StartState state, BackupConfiguration configuration, List<Backup> choices) {
        if (json) {
            write(writer -> write(writer, state, configuration, choices));
            return;
        }
        Locale locale = texts.locale();
        boolean ready = state instanceof StartState.Ready;
        Printer out = ready ? out() : err();
        if (ready) {
            out.line(state.message(locale));
        } else {
            out.alarm(state.message(locale));
        }
        notes.forEach(out::line);
        if (!state.hint(locale).isEmpty()) {
            out.line(state.hint(locale));
        }
        if (!choices.isEmpty()) {
            out.line("");
            out.heading(texts.of("start.choices"));
            Phrases phrases = new Phrases(texts, surroundings.clock());
            choices.forEach(backup -> out.line("  " + backup.name() + "  " + phrases.state(backup)));
            out.line(texts.of("start.restore", configuration.database().toString()));
        }
        if (state instanceof StartState.Missing) {
            out.line(texts.of("start.empty", configuration.database().toString()));
        }
    }

    private void write(JsonWriter writer, StartState state, BackupConfiguration configuration, List<Backup> choices)
            throws IOException {
        Locale locale = texts.locale();
        writer.name("state").value(state.id());
        writer.name("message").value(state.message(locale));
        writer.name("hint").value(state.hint(locale));
        writer.name("database").value(configuration.database().toString());
        writer.name("notes").beginArray();
        for (String note : notes) {
            writer.value(note);
        }
        writer.endArray();
        writer.name("backups").beginArray();
        for (Backup backup : choices) {
            writer.beginObject();
            writer.name("name").value(backup.name());
            writer.name("createdAt").value(backup.createdAt().toString());
            writer.name("verified").value(backup.state() == BackupState.VERIFIED);
            writer.endObject();
        }
        writer.endArray();
    }

    /** Members of the only object. */
    @FunctionalInterface
    private interface Members {
        void writeTo(JsonWriter writer) throws IOException;
    }

    private void write(Members members) {
        Writer out = new OutputStreamWriter(surroundings.terminal().out(), StandardCharsets.UTF_8);
        try {
            JsonWriter writer = new JsonWriter(out);
            writer.beginObject();
            members.writeTo(writer);
            writer.endObject();
            out.write('\n');
            out.flush();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Printer out() {
        Terminal terminal = surroundings.terminal();
        return new Printer(terminal.out(), terminal.charset(), terminal.showsColours());
    }

    private Printer err() {
        Terminal terminal = surroundings.terminal();
        return new Printer(terminal.err(), terminal.charset(), terminal.showsColours());
    }
}
