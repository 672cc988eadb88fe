package dev.lifeboat.jobmatch.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
    return new Lifeboat(new Surroundings(terminal, () -> new BackupProviders(List.of(new FakeProvider())), Samples.CLOCK, locale))
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
    return new GsonBuilder().setStrictness(Strictness.STRICT).create().fromJson(terminal.out().toString(StandardCharsets.UTF_8), JsonObject.class);
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
