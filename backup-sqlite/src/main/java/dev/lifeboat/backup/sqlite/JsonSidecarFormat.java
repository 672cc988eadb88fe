package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.spi.SidecarFormat;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Sidecars as JSON. Reading is strict and streaming: anybody may have written the file, so every field is checked and
 * nesting is bounded. Unknown fields of the same format version are skipped.
 */
final class JsonSidecarFormat implements SidecarFormat {
    private static final int FORMAT_VERSION = 1;
    private static final int MAX_NESTING = 100;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The bits that no byte of ASCII has, in eight of them. */
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNameLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();

    private final Vocabulary words = new Vocabulary();

    @Override
    public byte[] encode(BackupMetadata metadata) {
        byte[] whole = RecordWriter.write(JSON, FORMAT_VERSION, metadata);
        return whole.length <= MAX_BYTES ? whole : RecordWriter.write(JSON, FORMAT_VERSION, ShortRecord.of(metadata));
    }

    /** Read once when all is as it should be, which matters for long lists; what is left of another is read again. */
    @Override
    public Sidecar decode(byte[] bytes) {
        try (JsonParser parser = parser(bytes)) {
            RecordContent content = new RecordContent(parser, words);
            readObject(parser, content::read);
            if (content.formatVersion() <= FORMAT_VERSION) {
                return new Readable(content.toMetadata());
            }
        } catch (CharacterCodingException | JacksonException | IllegalArgumentException | DateTimeException garbage) {
            log(garbage);
        }
        Head head = new Head();
        try (JsonParser parser = parser(bytes)) {
            readObject(parser, field -> head.read(parser, field));
        } catch (CharacterCodingException | JacksonException | IllegalArgumentException garbage) {
            log(garbage);
        }
        return head.toUnreadable();
    }

    /** Straight from the bytes where these are ASCII; Jackson is not as strict with what is no text as we are. */
    private JsonParser parser(byte[] bytes) throws CharacterCodingException {
        if (isAscii(bytes)) {
            return JSON.createParser(ObjectReadContext.empty(), bytes);
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        // Some editors put a mark before what they save.
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return JSON.createParser(ObjectReadContext.empty(), content);
    }

    private static boolean isAscii(byte[] bytes) {
        long found = 0;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            found |= (long) EIGHT_BYTES.get(bytes, i);
        }
        for (; i < bytes.length; i++) {
            found |= bytes[i];
        }
        return (found & BEYOND_ASCII) == 0;
    }

    private static void log(Exception garbage) {
        System.getLogger(JsonSidecarFormat.class.getName())
                .log(System.Logger.Level.DEBUG, "a sidecar cannot be read", garbage);
    }

    /** Reads a text that is one object and nothing else, no field twice. */
    private static void readObject(JsonParser json, Consumer<RecordField> reader) {
        RecordContent.require(json.nextToken() == JsonToken.START_OBJECT, "no object");
        SeenFields seen = new SeenFields();
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            RecordField field = RecordField.named(name);
            RecordContent.require(seen.add(field, name), "a field twice");
            reader.accept(field);
        }
        RecordContent.require(json.nextToken() == null, "text after the end");
    }

    /** The names of an object's fields so far. Those of a record cost nothing to remember: lists read thousands. */
    private static final class SeenFields {
        private long known;
        private Set<String> unknown = Set.of();

        /** Whether it is there for the first time. */
        private boolean add(RecordField field, String name) {
            if (field == RecordField.UNKNOWN) {
                unknown = unknown.isEmpty() ? new HashSet<>() : unknown;
                return unknown.add(name);
            }
            long bit = 1L << field.ordinal();
            boolean first = (known & bit) == 0;
            known |= bit;
            return first;
        }
    }

    /** What is read of a record of any format, whatever has become of its other fields. */
    private static final class Head {
        private long formatVersion = -1;
        private OptionalLong sizeBytes = OptionalLong.empty();
        private Optional<String> database = Optional.empty();

        private void read(JsonParser json, RecordField field) {
            JsonToken value = json.nextToken();
            if (field == RecordField.FORMAT_VERSION) {
                RecordContent.require(value == JsonToken.VALUE_NUMBER_INT, "no whole number");
                formatVersion = json.getLongValue();
            } else if (field == RecordField.SIZE_BYTES && value == JsonToken.VALUE_NUMBER_INT) {
                String number = json.getString();
                sizeBytes =
                        number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
            } else if (field == RecordField.DATABASE && value == JsonToken.VALUE_STRING) {
                database = Optional.of(json.getString());
            } else {
                json.skipChildren();
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
}
