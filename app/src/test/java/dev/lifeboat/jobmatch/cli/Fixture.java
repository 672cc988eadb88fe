package dev.lifeboat.jobmatch.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.spi.BackupProvider;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A command line with a fake service behind it and a fake terminal before it. */
final class Fixture {
    final FakeService service = new FakeService();
    final FakeTerminal terminal = new FakeTerminal();
    Locale locale = Locale.UK;

    /** Runs one command on the database of {@link Samples}. */
    ExitCode run(String command, String... more) {
        String[] words = new String[more.length + 3];
        words[0] = command;
        words[1] = "--database";
        words[2] = Samples.DATABASE.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return runWords(words);
    }

    /** Runs exactly these words. */
    ExitCode runWords(String... words) {
        return new Lifeboat(new Surroundings(
                        terminal,
                        Optional.empty(),
                        () -> new BackupProviders(List.of(new FakeProvider())),
                        Samples.CLOCK,
                        locale))
                .run(words);
    }

    /** What is on standard output. */
    String out() {
        return terminal.out().toString(terminal.charset());
    }

    /** What is on standard error. */
    String err() {
        return terminal.err().toString(terminal.charset());
    }

    /** The object on standard output; fails when there is anything else. */
    JsonObject json() {
        return parse(terminal.out().toString(StandardCharsets.UTF_8));
    }

    /** Exactly one object; fails on anything before or after it. */
    static JsonObject parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        JsonObject object = new Gson().fromJson(reader, JsonObject.class);
        try {
            if (object == null || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new AssertionError("not one object: " + text);
            }
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
        return object;
    }

    private final class FakeProvider implements BackupProvider {
        @Override
        public String id() {
            return "fake";
        }

        @Override
        public String description() {
            return "Fake 1.0";
        }

        @Override
        public boolean supports(Path database) {
            return true;
        }

        @Override
        public BackupService open(BackupConfiguration configuration) {
            service.configuration = configuration;
            return service;
        }
    }
}
