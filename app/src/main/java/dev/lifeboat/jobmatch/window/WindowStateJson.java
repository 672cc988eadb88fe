package dev.lifeboat.jobmatch.window;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.lifeboat.jobmatch.jobs.OfferStatus;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The window's state as JSON. What cannot be understood is as if nobody had been here before. */
final class WindowStateJson {
    private static final int LONGEST = 100_000;
    private static final String COLUMNS = "columns.";

    private WindowStateJson() {}

    static byte[] encode(WindowState state) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            if (state.bounds().isPresent()) {
                Rectangle bounds = state.bounds().get();
                json.name("bounds").beginObject();
                json.name("x").value(bounds.x).name("y").value(bounds.y);
                json.name("width").value(bounds.width).name("height").value(bounds.height);
                json.endObject();
            }
            json.name("maximized").value(state.maximized());
            json.name("divider").value(state.divider());
            json.name("columns").beginObject();
            for (Map.Entry<String, Integer> column : state.columns().entrySet()) {
                json.name(column.getKey()).value(column.getValue());
            }
            json.endObject();
            json.name("search").value(state.search());
            if (state.status().isPresent()) {
                json.name("status").value(state.status().get().name());
            }
            json.endObject();
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static WindowState decode(byte[] bytes) {
        Map<String, String> values = new HashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            flatten(json, "", values);
        } catch (IOException | IllegalStateException notJson) {
            return WindowState.FIRST;
        }
        Map<String, Integer> columns = new HashMap<>();
        values.keySet().stream()
                .filter(name -> name.startsWith(COLUMNS))
                .forEach(name -> columns.put(name.substring(COLUMNS.length()), length(values, name)));
        Rectangle bounds = new Rectangle(
                number(values, "bounds.x"),
                number(values, "bounds.y"),
                length(values, "bounds.width"),
                length(values, "bounds.height"));
        return new WindowState(
                Optional.of(bounds).filter(one -> !one.isEmpty()),
                Boolean.parseBoolean(values.get("maximized")),
                length(values, "divider"),
                columns,
                values.getOrDefault("search", ""),
                Stream.of(OfferStatus.values())
                        .filter(one -> one.name().equals(values.get("status")))
                        .findFirst());
    }

    /** Every value under the names that lead to it, with dots between. The reader refuses to nest deeper than 255. */
    private static void flatten(JsonReader json, String path, Map<String, String> values) throws IOException {
        JsonToken next = json.peek();
        if (next == JsonToken.BEGIN_OBJECT) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                flatten(json, path.isEmpty() ? name : path + "." + name, values);
            }
            json.endObject();
        } else if (next == JsonToken.STRING || next == JsonToken.NUMBER) {
            values.put(path, json.nextString());
        } else if (next == JsonToken.BOOLEAN) {
            values.put(path, String.valueOf(json.nextBoolean()));
        } else {
            json.skipValue();
        }
    }

    private static int length(Map<String, String> values, String name) {
        return Math.max(0, number(values, name));
    }

    /** A whole number; 0 for anything that is none or can be no place on a screen. */
    private static int number(Map<String, String> values, String name) {
        try {
            int number = Integer.parseInt(values.getOrDefault(name, ""));
            return Math.abs((long) number) <= LONGEST ? number : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
