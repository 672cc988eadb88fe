package dev.lifeboat.jobmatch.settings;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Settings as one JSON object. Keys of other versions are carried from reading to writing as they are. */
final class SettingsJson {
    private static final List<String> KEYS =
            List.of("backupFolder", "retentionDays", "automaticBackupDays", "language", "theme", "provider");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private SettingsJson() {}

    /**
     * The members of the object in these bytes, each value as JSON text.
     *
     * @throws IOException when they are anything but one object in UTF-8 with no key twice
     */
    static Map<String, String> members(byte[] bytes) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader json = strict(text)) {
            json.beginObject();
            while (json.hasNext()) {
                String key = json.nextName();
                StringWriter value = new StringWriter();
                copyValue(json, new JsonWriter(value));
                if (members.put(key, value.toString()) != null) {
                    throw new MalformedJsonException("twice: " + key);
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text after the end");
            }
        } catch (IllegalStateException anotherType) {
            throw new MalformedJsonException(anotherType);
        }
        return members;
    }

    /** The settings that these members hold; each one that cannot be used is the default, and its key is refused. */
    static Settings settings(Map<String, String> members, List<String> refusedKeys) {
        Settings settings = Settings.DEFAULT;
        for (String key : KEYS) {
            if (members.containsKey(key)) {
                try {
                    settings = with(settings, key, members.get(key));
                } catch (IllegalArgumentException unusable) {
                    refusedKeys.add(key);
                }
            }
        }
        return settings;
    }

    /** These settings, and the members that this version does not know. */
    static byte[] encode(Settings settings, Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            if (settings.backupFolder().isPresent()) {
                json.name("backupFolder").value(settings.backupFolder().get().toString());
            }
            json.name("retentionDays").value(settings.retentionDays());
            json.name("automaticBackupDays").value(settings.automaticBackupDays());
            json.name("language").value(settings.language().id());
            json.name("theme").value(settings.theme().id());
            if (settings.provider().isPresent()) {
                json.name("provider").value(settings.provider().get());
            }
            for (Map.Entry<String, String> member : members.entrySet()) {
                if (!KEYS.contains(member.getKey())) {
                    json.name(member.getKey()).jsonValue(member.getValue());
                }
            }
            json.endObject();
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Settings with(Settings settings, String key, String value) {
        return switch (key) {
            case "backupFolder" -> settings.withBackupFolder(optionalText(value).map(SettingsJson::absolute));
            case "retentionDays" -> settings.withRetentionDays(number(value));
            case "automaticBackupDays" -> settings.withAutomaticBackupDays(number(value));
            case "language" -> settings.withLanguage(choice(value, Language.values(), Language::id));
            case "theme" -> settings.withTheme(choice(value, Theme.values(), Theme::id));
            case "provider" -> settings.withProvider(optionalText(value));
            default -> throw new IllegalStateException(key);
        };
    }

    private static int number(String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(value);
        }
        return Integer.parseInt(value);
    }

    private static Optional<String> optionalText(String value) {
        return value.equals("null") ? Optional.empty() : Optional.of(text(value));
    }

    private static String text(String value) {
        try (JsonReader json = strict(value)) {
            if (json.peek() != JsonToken.STRING) {
                throw new IllegalArgumentException(value);
            }
            return json.nextString();
        } catch (IOException impossibleOfCheckedText) {
            throw new IllegalStateException(impossibleOfCheckedText);
        }
    }

    private static Path absolute(String value) {
        Path path = Path.of(value);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(value);
        }
        return path;
    }

    private static <T> T choice(String value, T[] choices, Function<T, String> id) {
        String wanted = text(value).toLowerCase(Locale.ROOT);
        return Arrays.stream(choices)
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value));
    }

    private static JsonReader strict(String text) {
        JsonReader json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
        return json;
    }

    /** Copies one value. It can recurse, because the reader refuses to nest deeper than 255. */
    private static void copyValue(JsonReader from, JsonWriter to) throws IOException {
        switch (from.peek()) {
            case BEGIN_ARRAY -> {
                from.beginArray();
                to.beginArray();
                while (from.hasNext()) {
                    copyValue(from, to);
                }
                from.endArray();
                to.endArray();
            }
            case BEGIN_OBJECT -> {
                from.beginObject();
                to.beginObject();
                while (from.hasNext()) {
                    to.name(from.nextName());
                    copyValue(from, to);
                }
                from.endObject();
                to.endObject();
            }
            case STRING -> to.value(from.nextString());
            case NUMBER -> to.jsonValue(from.nextString());
            case BOOLEAN -> to.value(from.nextBoolean());
            case NULL -> {
                from.nextNull();
                to.nullValue();
            }
            default -> throw new MalformedJsonException("no value: " + from.peek());
        }
    }
}
