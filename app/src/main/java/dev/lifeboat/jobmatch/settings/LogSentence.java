package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an operation did, in one English sentence for the log. Notes are a person's own words and stay out of it.
 *
 * @param text without the time it took
 * @param isWarning whether somebody should look at it
 */
record LogSentence(String text, boolean isWarning) {
    static LogSentence created(Backup backup) {
        String kind = backup.kind().map(BackupKind::id).orElse("unknown kind");
        String trigger = backup.metadata().map(BackupMetadata::trigger).orElse("");
        String schema = backup.schemaVersion()
                .map(version -> ", schema version " + version)
                .orElse("");
        return with(
                backup.metadata().map(BackupMetadata::warnings).orElse(List.of()),
                "Backup created: " + backup.path() + ", " + kind + (trigger.isEmpty() ? "" : " by " + trigger) + ", "
                        + new ByteSize(backup.sizeBytes()).in(Locale.ENGLISH) + schema);
    }

    static LogSentence verified(Verification verification) {
        return verification instanceof Verification.Damaged damaged
                ? new LogSentence("Backup is damaged: " + damaged.name() + ": " + joined(damaged.findings()), true)
                : with(verification.warnings(), "Backup is intact: " + verification.name());
    }

    static LogSentence restored(RestoreResult result, Path database) {
        String before = result.safetyBackup()
                .map(backup -> "the data before it is in " + backup.path())
                .orElseGet(() -> result.preserved().isEmpty()
                        ? "there was no data before it"
                        : "the damaged files before it are in "
                                + result.preserved().stream()
                                        .map(Path::toString)
                                        .collect(Collectors.joining(", ")));
        return with(result.warnings(), "Restored: " + result.restored() + " over " + database + "; " + before);
    }

    static LogSentence deleted(String name) {
        return new LogSentence("Backup deleted: " + name, false);
    }

    static LogSentence annotated(Backup backup) {
        return new LogSentence("Note changed: " + backup.name(), false);
    }

    static LogSentence cleanedUp(CleanupResult result) {
        String deleted = result.deleted().isEmpty()
                ? "nothing deleted"
                : result.deleted().size() + " deleted (" + String.join(", ", result.deleted()) + ")";
        String text = "Clean-up: " + deleted + ", " + result.kept().size() + " kept";
        if (result.failed().isEmpty()) {
            return new LogSentence(text, false);
        }
        String failed = result.failed().stream()
                .map(failure -> failure.name() + ": " + Events.words(failure.error()))
                .collect(Collectors.joining("; "));
        return new LogSentence(text + ", " + result.failed().size() + " could not be deleted (" + failed + ")", true);
    }

    static LogSentence recovered(RecoveryResult result) {
        String state = switch (result.state()) {
            case CLEAN -> "nothing was interrupted";
            case OLD -> "the data from before an interrupted restore is there";
            case NEW -> "the restored data is there";
            case NEITHER -> "an interrupted restore left no usable database";
        };
        String actions = result.actions().isEmpty() ? "" : "; " + joined(result.actions());
        return new LogSentence("Recovery: " + state + actions, result.state() == DatabaseState.NEITHER);
    }

    private static LogSentence with(List<Message> warnings, String text) {
        return warnings.isEmpty()
                ? new LogSentence(text, false)
                : new LogSentence(text + "; but: " + joined(warnings), true);
    }

    private static String joined(List<Message> messages) {
        return messages.stream().map(Message::toString).collect(Collectors.joining("; "));
    }
}
