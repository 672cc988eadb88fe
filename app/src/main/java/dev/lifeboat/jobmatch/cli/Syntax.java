package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.jobmatch.cli.Subcommand.Naming;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The grammar of the command line, for the parser. */
final class Syntax {
  /** The first word of every command. */
  static final String PROGRAM = "lifeboat";

  private Syntax() {}

  /** A parser for these words. It knows all commands only when it may have to name them. */
  static CommandLine parser(List<String> words) {
    List<Subcommand> wanted = words.stream().limit(1).flatMap(word -> Subcommands.named(word).stream()).toList();
    CommandSpec root = CommandSpec.create().name(PROGRAM);
    root.addOption(CommandOption.HELP.spec());
    root.addOption(CommandOption.VERSION.spec());
    for (Subcommand command : wanted.isEmpty() ? Subcommands.all() : wanted) {
      root.addSubcommand(command.name(), new CommandLine(spec(command)));
    }
    return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(100);
  }

  /** Whether the answer is for a program, even when the rest of the words cannot be understood. */
  static boolean asksForJson(List<String> words) {
    int end = words.indexOf("--");
    return words.subList(0, end < 0 ? words.size() : end).contains(CommandOption.JSON.longName());
  }

  /** {@code help create} means {@code create --help}. */
  static List<String> withoutHelpWord(String... words) {
    if (words.length == 0 || !words[0].equals("help")) {
      return List.of(words);
    }
    List<String> rest = Arrays.asList(words).subList(1, words.length);
    return Stream.concat(rest.stream().limit(1), Stream.of("--help")).toList();
  }

  /** The help text of a command in the person's language. */
  static String help(CommandLine command, Texts texts, Ansi colours) {
    command.setResourceBundle(texts.bundle());
    CommandSpec spec = command.getCommandSpec();
    if (spec.parent() == null) {
      Map<String, String> meanings = Arrays.stream(ExitCode.values())
          .collect(Collectors.toMap(
              code -> String.valueOf(code.number()), code -> code.meaning(texts), (a, b) -> a, LinkedHashMap::new));
      spec.usageMessage().exitCodeList(meanings);
    } else if (!spec.requiredArgs().isEmpty()) {
      String labels = spec.positionalParameters().stream()
          .map(name -> name.required() ? name.paramLabel() + " " : "[" + name.paramLabel() + "] ")
          .collect(Collectors.joining());
      spec.usageMessage().customSynopsis(texts.of("synopsis", spec.qualifiedName(), labels));
    }
    return command.getUsageMessage(colours);
  }

  private static CommandSpec spec(Subcommand command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage().sortOptions(false);
    if (command.usesDatabase()) {
      spec.addOption(CommandOption.DATABASE.spec());
      command.options().forEach(option -> spec.addOption(option.spec()));
      CommandOption.SHARED.forEach(option -> spec.addOption(option.spec()));
    }
    spec.addOption(CommandOption.HELP.spec());
    if (command.naming() != Naming.NONE) {
      spec.addPositional(
          PositionalParamSpec.builder()
              .index("0")
              .arity(command.naming().arity())
              .required(command.naming() == Naming.REQUIRED)
              .paramLabel("NAME")
              .descriptionKey("option.name")
              .type(String.class)
              .build());
    }
    return spec;
  }
}
