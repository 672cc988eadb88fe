package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of a record while they are read, in any order. What is not as it should be is an
 * {@link IllegalArgumentException}, or what Jackson or {@code java.time} say.
 */
final class RecordContent {
    private static final int SHA256_DIGITS = 64;

    /** Room for the tables of an ordinary database. */
    private static final int EXPECTED_TABLES = 32;

    private final JsonParser json;
    private final Vocabulary words;
    private long formatVersion = -1;
    private String name;
    private String database;
    private Instant createdAt;
    private String kind;
    private String trigger = "";
    private String schemaVersion;
    private String schemaVersionSource;
    private long sizeBytes = -1;
    private String sha256;
    private String applicationVersion = "";
    private Instant verifiedAt;
    private String note = "";
    private List<Message> warnings = List.of();
    private List<Message> findings = List.of();
    private final Map<String, Long> tables = new LinkedHashMap<>(EXPECTED_TABLES);

    RecordContent(JsonParser json, Vocabulary words) {
        this.json = json;
        this.words = words;
    }

    long formatVersion() {
        return formatVersion;
    }

    /** Reads the value of the field, which comes next. */
    void read(RecordField field) {
        switch (field) {
            case FORMAT_VERSION -> formatVersion = number();
            case NAME -> name = text();
            case DATABASE -> database = word();
            case CREATED_AT -> createdAt = InstantText.parse(text());
            case KIND -> kind = text();
            case TRIGGER -> trigger = word();
            case SCHEMA_VERSION -> schemaVersion = word();
            case SCHEMA_VERSION_SOURCE -> schemaVersionSource = word();
            case SIZE_BYTES -> sizeBytes = number();
            case SHA256 -> sha256 = text();
            case APPLICATION_VERSION -> applicationVersion = word();
            case VERIFIED_AT -> verifiedAt = InstantText.parse(text());
            case NOTE -> note = text();
            case WARNINGS -> warnings = messages();
            case FINDINGS -> findings = messages();
            case TABLES -> readTables();
            case UNKNOWN -> {
                json.nextToken();
                json.skipChildren();
            }
        }
    }

    private String text() {
        String text = json.nextStringValue();
        require(text != null, "no text");
        return text;
    }

    /** A text that other records have, too. */
    private String word() {
        return words.shared(text());
    }

    private long number() {
        require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "no whole number");
        return json.getLongValue();
    }

    private void readTables() {
        require(json.nextToken() == JsonToken.START_OBJECT, "no tables");
        for (String table = json.nextName(); table != null; table = json.nextName()) {
            require(tables.put(words.shared(table), number()) == null, "a table twice");
        }
    }

    private List<Message> messages() {
        require(json.nextToken() == JsonToken.START_ARRAY, "no messages");
        List<Message> messages = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "no message");
            messages.add(message());
        }
        return messages;
    }

    private Message message() {
        String key = "";
        List<Object> arguments = List.of();
        for (String part = json.nextName(); part != null; part = json.nextName()) {
            switch (part) {
                case "key" -> key = text();
                case "arguments" -> arguments = arguments();
                default -> {
                    json.nextToken();
                    json.skipChildren();
                }
            }
        }
        return new Message(key, arguments);
    }

    private List<Object> arguments() {
        require(json.nextToken() == JsonToken.START_ARRAY, "no arguments");
        List<Object> arguments = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = json.currentToken();
            require(token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING, "no argument");
            arguments.add(token == JsonToken.VALUE_STRING ? json.getString() : (Object) json.getLongValue());
        }
        return arguments;
    }

    private static boolean isChecksum(String text) {
        boolean digits = text.length() == SHA256_DIGITS;
        for (int i = 0; digits && i < SHA256_DIGITS; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return digits;
    }

    /** Refuses a record in which this does not hold. */
    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    BackupMetadata toMetadata() {
        require(formatVersion >= 1 && sizeBytes >= 0, "incomplete");
        require(name != null && database != null && createdAt != null && kind != null, "incomplete");
        require(sha256 != null && isChecksum(sha256), "no checksum");
        Optional<SchemaVersion> version = schemaVersion == null || schemaVersionSource == null
                ? Optional.empty()
                : words.shared(Optional.of(new SchemaVersion(schemaVersion, schemaVersionSource)));
        return new BackupMetadata(
                name,
                database,
                createdAt,
                BackupKind.fromId(kind).orElseThrow(() -> new IllegalArgumentException("kind")),
                trigger,
                version,
                sizeBytes,
                sha256,
                applicationVersion,
                tables,
                Optional.ofNullable(verifiedAt),
                note,
                warnings,
                findings);
    }
}
