package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.RestorePreview;
import java.util.ArrayList;
import java.util.List;

/** What is about to happen, in words: the facts before a question, and the question (FR-014, FR-022, FR-023). */
final class Previews {
    private final Texts texts;
    private final Phrases phrases;

    Previews(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** What a restore brings back, what it overwrites and that this can be undone. */
    List<String> restore(RestorePreview preview, BackupConfiguration configuration) {
        String database = configuration.database().toString();
        List<String> lines = new ArrayList<>(facts(texts.of("restore.facts"), preview.backup()));
        if (preview.databaseExists()) {
            lines.add(texts.of("restore.overwrites", database, phrases.size(preview.databaseSizeBytes())));
            lines.add(texts.of("restore.safety"));
        } else {
            lines.add(texts.of("restore.nothing-there", database));
        }
        return lines;
    }

    /** The question before a restore. */
    String restoreQuestion(Backup backup) {
        return texts.of("restore.question", phrases.time(backup.createdAt()));
    }

    /** What would be deleted. */
    List<String> delete(Backup backup) {
        return facts(texts.of("delete.facts"), backup);
    }

    /** The question before a deletion. */
    String deleteQuestion() {
        return texts.of("delete.question");
    }

    /** Exactly what would be deleted, and what stays and why. */
    List<String> cleanup(CleanupPlan plan) {
        List<String> lines = new ArrayList<>();
        if (plan.deletions().isEmpty()) {
            lines.add(texts.of("cleanup.nothing"));
        } else {
            long bytes = plan.deletions().stream().mapToLong(Backup::sizeBytes).sum();
            lines.add(texts.of("cleanup.deletions", plan.deletions().size(), phrases.size(bytes)));
            Columns columns = new Columns().left().left().right();
            plan.deletions()
                    .forEach(backup -> columns.row(
                            "  " + backup.name(),
                            phrases.timeAndAge(backup.createdAt()),
                            phrases.size(backup.sizeBytes())));
            lines.addAll(columns.lines());
        }
        if (!plan.kept().isEmpty()) {
            lines.add(texts.of("cleanup.kept", plan.kept().size()));
            Columns columns = new Columns().left().left().left();
            plan.kept()
                    .forEach(kept -> columns.row(
                            "  " + kept.backup().name(),
                            phrases.timeAndAge(kept.backup().createdAt()),
                            kept.reason().text(texts.locale())));
            lines.addAll(columns.lines());
        }
        return lines;
    }

    /** The question before a clean-up. */
    String cleanupQuestion(CleanupPlan plan) {
        return texts.of("cleanup.question", plan.deletions().size());
    }

    private List<String> facts(String heading, Backup backup) {
        Columns columns = new Columns()
                .left()
                .left()
                .row("  " + texts.of("label.name"), backup.name())
                .row("  " + texts.of("label.created"), phrases.timeAndAge(backup.createdAt()))
                .row("  " + texts.of("label.kind"), phrases.kindAndAge(backup))
                .row("  " + texts.of("label.size"), phrases.size(backup.sizeBytes()))
                .row("  " + texts.of("label.schema"), phrases.schema(backup))
                .row("  " + texts.of("label.state"), phrases.state(backup));
        if (!backup.note().isEmpty()) {
            columns.row("  " + texts.of("label.note"), backup.note());
        }
        List<String> lines = new ArrayList<>();
        lines.add(heading);
        lines.addAll(columns.lines());
        return lines;
    }
}
