package dev.lifeboat.jobmatch.settings;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code restored.json}, by which a process that restores tells the one after it. It stays until somebody has
 * read the notice, through any number of starts.
 *
 * <p>Only a courtesy: when it cannot be written or read, the restore is as good, and the log says so. Blocks on files.
 */
public final class RestoredNoteFile {
    private static final String NAME = "restored.json";

    private final Path file;

    /** The file in this folder; neither needs to exist. */
    public RestoredNoteFile(Path folder) {
        file = folder.resolve(NAME);
    }

    /** What was restored; empty when nothing was, when the notice was read, or when it is about another database. */
    public Optional<RestoredNote> load(Path database) {
        try {
            Map<String, String> members = members(Files.readString(file));
            RestoredNote note = new RestoredNote(
                    required(members, "backup"),
                    Instant.parse(required(members, "createdAt")),
                    Optional.ofNullable(members.get("safetyBackup")),
                    Optional.ofNullable(members.get("preserved")).map(Path::of),
                    Path.of(required(members, "database")));
            return Optional.of(note).filter(about -> about.database().equals(database));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            log("cannot read " + file, unreadable);
            return Optional.empty();
        }
    }

    /** Writes it, durably and for its owner only. */
    public void save(RestoredNote note) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("backup", note.backup());
        members.put("createdAt", note.createdAt().toString());
        note.safetyBackup().ifPresent(name -> members.put("safetyBackup", name));
        note.preserved().ifPresent(folder -> members.put("preserved", folder.toString()));
        members.put("database", note.database().toString());
        try {
            OwnerOnlyFile.replace(file, json(members).getBytes(StandardCharsets.UTF_8));
        } catch (UserFileException refused) {
            log("cannot write " + file, refused);
        }
    }

    /** The notice was read. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            log("cannot delete " + file, refused);
        }
    }

    private static String required(Map<String, String> members, String key) throws IOException {
        String value = members.get(key);
        if (value == null) {
            throw new MalformedJsonException("missing: " + key);
        }
        return value;
    }

    private static Map<String, String> members(String text) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginObject();
            while (json.hasNext()) {
                members.put(json.nextName(), json.nextString());
            }
            json.endObject();
        }
        return members;
    }

    private static String json(Map<String, String> members) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            for (Map.Entry<String, String> member : members.entrySet()) {
                json.name(member.getKey()).value(member.getValue());
            }
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void log(String what, Exception why) {
        System.getLogger(RestoredNoteFile.class.getName()).log(Level.WARNING, what, why);
    }
}
