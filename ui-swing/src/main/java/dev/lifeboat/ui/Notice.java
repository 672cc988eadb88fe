package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the panel says after something was done.
 *
 * @param outcome how it ended
 * @param text what happened
 * @param hint what to do next, or what else is worth knowing; may be empty
 * @param details for technicians; may be empty
 * @param backup file name of the backup that can be shown in the list
 */
record Notice(Outcome outcome, String text, String hint, String details, Optional<String> backup) {
    /** How something ended. */
    enum Outcome {
        SUCCESS(Icons.VERIFIED),
        INFORMATION(Icons.NOTHING_YET),
        FAILURE(Icons.FAILING);

        private final Icons icon;

        Outcome(Icons icon) {
            this.icon = icon;
        }

        Icons icon() {
            return icon;
        }
    }

    static Notice success(String text) {
        return new Notice(Outcome.SUCCESS, text, "", "", Optional.empty());
    }

    static Notice information(String text) {
        return new Notice(Outcome.INFORMATION, text, "", "", Optional.empty());
    }

    static Notice failure(String text, String hint, List<String> details) {
        return new Notice(Outcome.FAILURE, text, hint, String.join("\n", details), Optional.empty());
    }

    /** What was thrown, in words. */
    static Notice failure(Exception thrown, Texts texts) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        if (thrown instanceof BackupException known) {
            return failure(known.message(texts.locale()), known.hint(texts.locale()), List.of(trace.toString()));
        }
        String what = Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString());
        return failure(
                texts.text("message.unexpected", what),
                texts.text("message.unexpected.hint"),
                List.of(trace.toString()));
    }

    /** The same, about a backup in the list. */
    Notice about(String name) {
        return new Notice(outcome, text, hint, details, Optional.of(name));
    }

    /** The same with sentences that follow. */
    Notice adding(List<Message> messages, Texts texts) {
        String added =
                messages.stream().map(message -> message.in(texts.locale())).collect(Collectors.joining(" "));
        return new Notice(outcome, text, (hint + " " + added).strip(), details, backup);
    }

    /** All sentences: what happened, and in a line of its own what to do. */
    String spoken() {
        return (text + "\n" + hint).strip();
    }
}
