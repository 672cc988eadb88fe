package dev.lifeboat.jobmatch.jobs;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes the {@link MatchResult} of each offer. Uses the connection of its caller.
 *
 * <p>Strengths and gaps are stored as JSON: a list of phrases, each a list of its key and its arguments, which may be
 * phrases again.
 */
public final class MatchStore {
    private final Connection connection;

    /** A store over this connection. */
    public MatchStore(Connection connection) {
        this.connection = connection;
    }

    /** The result for this offer, if it was scored. */
    public Optional<MatchResult> find(long offerId) throws SQLException {
        String sql = "SELECT score, strengths, gaps FROM match_results WHERE offer_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, offerId);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new MatchResult(row.getInt(1), phrases(row.getString(2)), phrases(row.getString(3))))
                        : Optional.empty();
            }
        }
    }

    /** Adds or replaces the results of these offers, by their numbers. */
    public void saveAll(Map<Long, MatchResult> results) throws SQLException {
        String sql = """
                INSERT INTO match_results (offer_id, score, strengths, gaps) VALUES (?, ?, ?, ?)
                ON CONFLICT (offer_id) DO UPDATE
                SET score = excluded.score, strengths = excluded.strengths, gaps = excluded.gaps""";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            for (Map.Entry<Long, MatchResult> entry : results.entrySet()) {
                MatchResult result = entry.getValue();
                save.setLong(1, entry.getKey());
                save.setInt(2, result.score());
                save.setString(3, json(result.strengths()));
                save.setString(4, json(result.gaps()));
                save.executeUpdate();
            }
        }
    }

    private static String json(List<Phrase> phrases) throws SQLException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginArray();
            for (Phrase phrase : phrases) {
                write(json, phrase);
            }
            json.endArray();
        } catch (IOException impossible) {
            throw new SQLException(impossible);
        }
        return text.toString();
    }

    private static List<Phrase> phrases(String text) throws SQLException {
        List<Phrase> phrases = new ArrayList<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.beginArray();
            while (json.hasNext()) {
                phrases.add(read(json));
            }
            json.endArray();
        } catch (IOException | IllegalStateException | NumberFormatException damaged) {
            throw new SQLException("the reasons of a match cannot be read: " + text, damaged);
        }
        return phrases;
    }

    private static void write(JsonWriter json, Phrase phrase) throws IOException {
        json.beginArray().value(phrase.key());
        for (Object argument : phrase.arguments()) {
            if (argument instanceof Phrase inner) {
                write(json, inner);
            } else if (argument instanceof Integer number) {
                json.value(number);
            } else {
                json.value(argument.toString());
            }
        }
        json.endArray();
    }

    private static Phrase read(JsonReader json) throws IOException {
        json.beginArray();
        String key = json.nextString();
        List<Object> arguments = new ArrayList<>();
        while (json.hasNext()) {
            JsonToken next = json.peek();
            if (next == JsonToken.BEGIN_ARRAY) {
                arguments.add(read(json));
            } else if (next == JsonToken.NUMBER) {
                arguments.add(json.nextInt());
            } else {
                arguments.add(json.nextString());
            }
        }
        json.endArray();
        return new Phrase(key, arguments);
    }
}
