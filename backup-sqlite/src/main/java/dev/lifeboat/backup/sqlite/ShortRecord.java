package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a record that would be too large to be read again: everything that the backup is checked against, but
 * not the row counts of a hundred thousand tables or a message that quotes an endless name.
 */
final class ShortRecord {
    private static final int MAX_TEXT = 2000;

    private ShortRecord() {}

    /** The same record without row counts, and with texts cut off. */
    static BackupMetadata of(BackupMetadata metadata) {
        return new BackupMetadata(
                metadata.name(),
                metadata.databaseName(),
                metadata.createdAt(),
                metadata.kind(),
                cut(metadata.trigger()),
                metadata.schemaVersion(),
                metadata.sizeBytes(),
                metadata.sha256(),
                cut(metadata.applicationVersion()),
                Map.of(),
                metadata.verifiedAt(),
                cut(metadata.note()),
                cut(metadata.warnings()),
                cut(metadata.findings()));
    }

    private static List<Message> cut(List<Message> messages) {
        return messages.stream().limit(MAX_TEXT / 10).map(ShortRecord::cut).toList();
    }

    private static Message cut(Message message) {
        List<Object> arguments = message.arguments().stream()
                .map(argument -> argument instanceof Number ? argument : (Object) cut(argument.toString()))
                .toList();
        return new Message(cut(message.key()), arguments);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
