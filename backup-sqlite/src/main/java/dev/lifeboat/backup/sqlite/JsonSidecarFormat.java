package dev.lifeboat.backup.sqlite;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.spi.SidecarFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sidecars as JSON. Reading is strict and streaming: anybody may have written the file, so every field is checked and
 * nesting is bounded. Unknown fields of the same format version are skipped.
 */
final class JsonSidecarFormat implements SidecarFormat {
    private static final int FORMAT_VERSION = 1;
    private static final int SHA256_DIGITS = 64;
    private static final char REPLACEMENT = '\uFFFD';

    /** Room for the fields, or the tables, of an ordinary record. */
    private static final int EXPECTED_NAMES = 32;

    /** The fields of a record. */
    private enum Field {
        FORMAT_VERSION("formatVersion"),
        NAME("name"),
        DATABASE("database"),
        CREATED_AT("createdAt"),
        KIND("kind"),
        TRIGGER("trigger"),
        SCHEMA_VERSION("schemaVersion"),
        SCHEMA_VERSION_SOURCE("schemaVersionSource"),
        SIZE_BYTES("sizeBytes"),
        SHA256("sha256"),
        APPLICATION_VERSION("applicationVersion"),
        VERIFIED_AT("verifiedAt"),
        NOTE("note"),
        WARNINGS("warnings"),
        FINDINGS("findings"),
        TABLES("tables"),
        /** What a later version may add. */
        UNKNOWN("");

        private static final Map<String, Field> BY_NAME = new HashMap<>();

        static {
            for (Field field : values()) {
                BY_NAME.put(field.jsonName, field);
            }
            BY_NAME.remove(UNKNOWN.jsonName);
        }

        private final String jsonName;

        Field(String jsonName) {
            this.jsonName = jsonName;
        }

        private static Field named(String jsonName) {
            return BY_NAME.getOrDefault(jsonName, UNKNOWN);
        }
    }

    private final Vocabulary words = new Vocabulary();

    @Override
    public byte[] encode(BackupMetadata metadata) {
        byte[] whole = write(metadata);
        return whole.length <= MAX_BYTES ? whole : write(ShortRecord.of(metadata));
    }

    private static byte[] write(BackupMetadata metadata) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name(Field.FORMAT_VERSION.jsonName).value(FORMAT_VERSION);
            json.name(Field.NAME.jsonName).value(metadata.name());
            json.name(Field.DATABASE.jsonName).value(metadata.databaseName());
            json.name(Field.CREATED_AT.jsonName).value(metadata.createdAt().toString());
            json.name(Field.KIND.jsonName).value(metadata.kind().id());
            json.name(Field.TRIGGER.jsonName).value(metadata.trigger());
            if (metadata.schemaVersion().isPresent()) {
                json.name(Field.SCHEMA_VERSION.jsonName)
                        .value(metadata.schemaVersion().get().value());
                json.name(Field.SCHEMA_VERSION_SOURCE.jsonName)
                        .value(metadata.schemaVersion().get().source());
            }
            json.name(Field.SIZE_BYTES.jsonName).value(metadata.sizeBytes());
            json.name(Field.SHA256.jsonName).value(metadata.sha256());
            json.name(Field.APPLICATION_VERSION.jsonName).value(metadata.applicationVersion());
            if (metadata.verifiedAt().isPresent()) {
                json.name(Field.VERIFIED_AT.jsonName)
                        .value(metadata.verifiedAt().get().toString());
            }
            json.name(Field.NOTE.jsonName).value(metadata.note());
            writeMessages(json, Field.WARNINGS, metadata.warnings());
            writeMessages(json, Field.FINDINGS, metadata.findings());
            json.name(Field.TABLES.jsonName).beginObject();
            for (Map.Entry<String, Long> table : metadata.tableRows().entrySet()) {
                json.name(table.getKey()).value(table.getValue());
            }
            json.endObject();
            json.endObject();
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Read once when all is as it should be, which matters for long lists; what is left of another is read again. */
    @Override
    public Sidecar decode(byte[] bytes) {
        Head head = new Head();
        try {
            String text = text(bytes);
            try {
                Fields fields = new Fields(words);
                readObject(text, fields::readField);
                if (!fields.isNewer()) {
                    return new Readable(fields.toMetadata());
                }
            } catch (IOException | IllegalArgumentException | IllegalStateException | DateTimeException garbage) {
                log(garbage);
            }
            readObject(text, head::readField);
        } catch (IOException | IllegalArgumentException | IllegalStateException garbage) {
            log(garbage);
        }
        return head.toUnreadable();
    }

    /** The quick way puts a replacement for what is no text; whoever finds one has to ask whether it was there. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
    }

    private static void log(Exception garbage) {
        System.getLogger(JsonSidecarFormat.class.getName())
                .log(System.Logger.Level.DEBUG, "a sidecar cannot be read", garbage);
    }

    /** Reads the value of the named field, which comes next. */
    @FunctionalInterface
    private interface FieldReader {
        void read(JsonReader json, Field field) throws IOException;
    }

    /** Reads a text that is one object and nothing else, no field twice. */
    private static void readObject(String text, FieldReader reader) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            SeenFields seen = new SeenFields();
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                Field field = Field.named(name);
                if (!seen.add(field, name)) {
                    throw new MalformedJsonException("twice: " + name);
                }
                reader.read(json, field);
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text after the end");
            }
        }
    }

    /** The names of an object's fields so far. Those of a record cost nothing to remember: lists read thousands. */
    private static final class SeenFields {
        private long known;
        private Set<String> unknown = Set.of();

        /** Whether it is there for the first time. */
        private boolean add(Field field, String name) {
            if (field == Field.UNKNOWN) {
                unknown = unknown.isEmpty() ? new HashSet<>() : unknown;
                return unknown.add(name);
            }
            long bit = 1L << field.ordinal();
            boolean first = (known & bit) == 0;
            known |= bit;
            return first;
        }
    }

    private static void writeMessages(JsonWriter json, Field field, List<Message> messages) throws IOException {
        json.name(field.jsonName).beginArray();
        for (Message message : messages) {
            json.beginObject();
            json.name("key").value(message.key());
            json.name("arguments").beginArray();
            for (Object argument : message.arguments()) {
                if (argument instanceof Number number) {
                    json.value(number.longValue());
                } else if (argument instanceof ByteSize size) {
                    json.value(size.in(Locale.ENGLISH));
                } else {
                    json.value(argument.toString());
                }
            }
            json.endArray();
            json.endObject();
        }
        json.endArray();
    }

    /** What is read of a record of any format, whatever has become of its other fields. */
    private static final class Head {
        private long formatVersion = -1;
        private OptionalLong sizeBytes = OptionalLong.empty();
        private Optional<String> database = Optional.empty();

        private void readField(JsonReader json, Field field) throws IOException {
            if (field == Field.FORMAT_VERSION) {
                formatVersion = json.nextLong();
            } else if (field == Field.SIZE_BYTES && json.peek() == JsonToken.NUMBER) {
                String number = json.nextString();
                sizeBytes =
                        number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
            } else if (field == Field.DATABASE && json.peek() == JsonToken.STRING) {
                database = Optional.of(json.nextString());
            } else {
                json.skipValue();
            }
        }

        private boolean isNewer() {
            return formatVersion > FORMAT_VERSION;
        }

        private Unreadable toUnreadable() {
            return isNewer()
                    ? new Unreadable(Message.of("warning.sidecar-newer"), true, sizeBytes, database)
                    : new Unreadable(
                            Message.of("warning.sidecar-unreadable"), false, OptionalLong.empty(), Optional.empty());
        }
    }

    /** The fields of a sidecar while they are read, in any order. */
    private static final class Fields {
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
        private final Map<String, Long> tables = new LinkedHashMap<>(EXPECTED_NAMES);

        private Fields(Vocabulary words) {
            this.words = words;
        }

        private boolean isNewer() {
            return formatVersion > FORMAT_VERSION;
        }

        private void readField(JsonReader json, Field field) throws IOException {
            switch (field) {
                case FORMAT_VERSION -> formatVersion = json.nextLong();
                case NAME -> name = json.nextString();
                case DATABASE -> database = words.shared(json.nextString());
                case CREATED_AT -> createdAt = InstantText.parse(json.nextString());
                case KIND -> kind = json.nextString();
                case TRIGGER -> trigger = words.shared(json.nextString());
                case SCHEMA_VERSION -> schemaVersion = words.shared(json.nextString());
                case SCHEMA_VERSION_SOURCE -> schemaVersionSource = words.shared(json.nextString());
                case SIZE_BYTES -> sizeBytes = json.nextLong();
                case SHA256 -> sha256 = json.nextString();
                case APPLICATION_VERSION -> applicationVersion = words.shared(json.nextString());
                case VERIFIED_AT -> verifiedAt = InstantText.parse(json.nextString());
                case NOTE -> note = json.nextString();
                case WARNINGS -> warnings = readMessages(json);
                case FINDINGS -> findings = readMessages(json);
                case TABLES -> readTables(json);
                case UNKNOWN -> json.skipValue();
            }
        }

        private void readTables(JsonReader json) throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                String table = words.shared(json.nextName());
                if (tables.put(table, json.nextLong()) != null) {
                    throw new MalformedJsonException("twice: " + table);
                }
            }
            json.endObject();
        }

        private static List<Message> readMessages(JsonReader json) throws IOException {
            List<Message> messages = new ArrayList<>();
            json.beginArray();
            while (json.hasNext()) {
                messages.add(readMessage(json));
            }
            json.endArray();
            return messages;
        }

        private static Message readMessage(JsonReader json) throws IOException {
            String key = "";
            List<Object> arguments = new ArrayList<>();
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "key" -> key = json.nextString();
                    case "arguments" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            arguments.add(
                                    json.peek() == JsonToken.NUMBER ? (Object) json.nextLong() : json.nextString());
                        }
                        json.endArray();
                    }
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new Message(key, arguments);
        }

        private static boolean isChecksum(String text) {
            boolean digits = text.length() == SHA256_DIGITS;
            for (int i = 0; digits && i < SHA256_DIGITS; i++) {
                char c = text.charAt(i);
                digits = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            }
            return digits;
        }

        private BackupMetadata toMetadata() {
            boolean complete =
                    formatVersion >= 1 && name != null && database != null && createdAt != null && kind != null;
            if (!complete || sizeBytes < 0 || sha256 == null || !isChecksum(sha256)) {
                throw new IllegalArgumentException("incomplete");
            }
            Optional<SchemaVersion> version = schemaVersion == null || schemaVersionSource == null
                    ? Optional.empty()
                    : Optional.of(new SchemaVersion(schemaVersion, schemaVersionSource));
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
}
