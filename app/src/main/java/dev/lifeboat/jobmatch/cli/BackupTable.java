package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupMetadata;
import java.text.NumberFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Backups as people read them: many as a table, one with everything that is known about it. */
final class BackupTable {
    private final Texts texts;
    private final Phrases phrases;

    BackupTable(Texts texts, Phrases phrases) {
        this.texts = texts;
        this.phrases = phrases;
    }

    /** One line for each, under a line of headings. */
    void print(List<Backup> backups, Printer out) {
        Columns columns = new Columns()
                .left()
                .left()
                .left()
                .right()
                .left()
                .left()
                .left()
                .left()
                .row(
                        texts.of("label.created"),
                        texts.of("label.age"),
                        texts.of("label.kind"),
                        texts.of("label.size"),
                        texts.of("label.schema"),
                        texts.of("label.state"),
                        texts.of("label.name"),
                        texts.of("label.note"));
        for (Backup backup : backups) {
            columns.row(
                    phrases.time(backup.createdAt()),
                    phrases.age(backup.createdAt()),
                    phrases.kindAndAge(backup),
                    phrases.size(backup.sizeBytes()),
                    phrases.schema(backup),
                    phrases.state(backup),
                    backup.name(),
                    backup.note());
        }
        Iterator<String> lines = columns.lines().iterator();
        out.heading(lines.next());
        lines.forEachRemaining(out::line);
    }

    /** Everything about one, with the number of rows in each of its tables. */
    void printDetails(Backup backup, Printer out) {
        Columns columns = new Columns()
                .left()
                .left()
                .row(texts.of("label.name"), backup.name())
                .row(texts.of("label.path"), backup.path().toString())
                .row(texts.of("label.created"), phrases.timeAndAge(backup.createdAt()))
                .row(texts.of("label.kind"), phrases.kindAndAge(backup))
                .row(texts.of("label.size"), phrases.size(backup.sizeBytes()))
                .row(texts.of("label.schema"), schemaAndSource(backup))
                .row(texts.of("label.state"), stateAndTime(backup));
        backup.remarks().forEach(remark -> columns.row("", remark.in(texts.locale())));
        Optional<BackupMetadata> metadata = backup.metadata();
        if (metadata.isPresent()) {
            record(columns, metadata.get());
        }
        columns.lines().forEach(out::line);
        Map<String, Long> tables = metadata.map(BackupMetadata::tableRows).orElse(Map.of());
        if (!tables.isEmpty()) {
            NumberFormat numbers = NumberFormat.getIntegerInstance(texts.locale());
            Columns rows = new Columns().left().right().row("  " + texts.of("label.table"), texts.of("label.rows"));
            tables.forEach((table, count) -> rows.row("  " + table, numbers.format(count)));
            out.line("");
            rows.lines().forEach(out::line);
        }
    }

    private void record(Columns columns, BackupMetadata record) {
        columns.row(texts.of("label.database"), record.databaseName())
                .row(texts.of("label.application-version"), orNothing(record.applicationVersion()))
                .row(texts.of("label.trigger"), orNothing(record.trigger()))
                .row(texts.of("label.note"), orNothing(record.note()))
                .row(texts.of("label.checksum"), record.sha256());
        record.warnings().forEach(warning -> columns.row(texts.of("label.warning"), warning.in(texts.locale())));
    }

    private String schemaAndSource(Backup backup) {
        return backup.schemaVersion()
                .map(version -> texts.of("show.schema", version.value(), version.source()))
                .orElse(phrases.nothing());
    }

    private String stateAndTime(Backup backup) {
        return backup.verifiedAt()
                .map(at -> texts.of("show.verified-at", phrases.state(backup), phrases.time(at)))
                .orElse(phrases.state(backup));
    }

    private String orNothing(String text) {
        return text.isEmpty() ? phrases.nothing() : text;
    }
}
