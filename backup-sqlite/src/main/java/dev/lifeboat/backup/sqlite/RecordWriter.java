package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes a record as text that people can read. */
final class RecordWriter {
    private static final ObjectWriteContext LAYOUT = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private final JsonGenerator json;

    private RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(JsonFactory factory, int formatVersion, BackupMetadata metadata) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(LAYOUT, text)) {
            new RecordWriter(json).write(formatVersion, metadata);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(int formatVersion, BackupMetadata metadata) {
        json.writeStartObject();
        write(RecordField.FORMAT_VERSION, formatVersion);
        write(RecordField.NAME, metadata.name());
        write(RecordField.DATABASE, metadata.databaseName());
        write(RecordField.CREATED_AT, metadata.createdAt().toString());
        write(RecordField.KIND, metadata.kind().id());
        write(RecordField.TRIGGER, metadata.trigger());
        metadata.schemaVersion().ifPresent(version -> {
            write(RecordField.SCHEMA_VERSION, version.value());
            write(RecordField.SCHEMA_VERSION_SOURCE, version.source());
        });
        write(RecordField.SIZE_BYTES, metadata.sizeBytes());
        write(RecordField.SHA256, metadata.sha256());
        write(RecordField.APPLICATION_VERSION, metadata.applicationVersion());
        metadata.verifiedAt().ifPresent(at -> write(RecordField.VERIFIED_AT, at.toString()));
        write(RecordField.NOTE, metadata.note());
        write(RecordField.WARNINGS, metadata.warnings());
        write(RecordField.FINDINGS, metadata.findings());
        json.writeObjectPropertyStart(RecordField.TABLES.jsonName());
        for (Map.Entry<String, Long> table : metadata.tableRows().entrySet()) {
            json.writeNumberProperty(table.getKey(), table.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(RecordField field, String value) {
        json.writeStringProperty(field.jsonName(), value);
    }

    private void write(RecordField field, long value) {
        json.writeNumberProperty(field.jsonName(), value);
    }

    private void write(RecordField field, List<Message> messages) {
        json.writeArrayPropertyStart(field.jsonName());
        for (Message message : messages) {
            json.writeStartObject();
            json.writeStringProperty("key", message.key());
            json.writeArrayPropertyStart("arguments");
            for (Object argument : message.arguments()) {
                if (argument instanceof Number number) {
                    json.writeNumber(number.longValue());
                } else if (argument instanceof ByteSize size) {
                    json.writeString(size.in(Locale.ENGLISH));
                } else {
                    json.writeString(argument.toString());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
