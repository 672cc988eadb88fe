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

    private static final String NAME = "NAME";

    private Syntax() {}

    /** Understands the words after one command. Knowing no other command makes it twice as fast. */
    static CommandLine parser(Subcommand command) {
        return new CommandLine(spec(command)).setExpandAtFiles(false);
    }

    /** Knows all commands, to explain and to complete them. */
    static CommandLine wholeParser() {
        CommandSpec root = CommandSpec.create().name(PROGRAM);
        root.addOption(CommandOption.HELP.spec());
        root.addOption(CommandOption.VERSION.spec());
        Subcommands.all().forEach(command -> root.addSubcommand(command.name(), new CommandLine(spec(command))));
        return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(100);
    }

    /** How a person calls the command that this is about, such as {@code lifeboat create}. */
    static String callOf(CommandSpec spec) {
        return spec.name().equals(PROGRAM) ? PROGRAM : PROGRAM + " " + spec.name();
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

    /** The help text of the whole program in the person's language. */
    static String help(Texts texts, Ansi colours) {
        CommandLine program = wholeParser();
        Map<String, String> meanings = Arrays.stream(ExitCode.values())
                .collect(Collectors.toMap(
                        code -> String.valueOf(code.number()),
                        code -> code.meaning(texts),
                        (a, b) -> a,
                        LinkedHashMap::new));
        program.getCommandSpec().usageMessage().exitCodeList(meanings);
        program.setResourceBundle(texts.bundle());
        return program.getUsageMessage(colours);
    }

    /** The help text of one command in the person's language. */
    static String help(Subcommand command, Texts texts, Ansi colours) {
        CommandLine program = wholeParser();
        program.setResourceBundle(texts.bundle());
        CommandLine line = program.getSubcommands().get(command.name());
        if (command.usesDatabase()) {
            String name = switch (command.naming()) {
                case NONE -> "";
                case OPTIONAL -> "[" + NAME + "] ";
                case REQUIRED -> NAME + " ";
            };
            line.getCommandSpec()
                    .usageMessage()
                    .customSynopsis(texts.of("synopsis", callOf(line.getCommandSpec()), name));
        }
        return line.getUsageMessage(colours);
    }

    private static CommandSpec spec(Subcommand command) {
        CommandSpec spec = CommandSpec.create().name(command.name());
        spec.usageMessage().sortOptions(false);
        if (command.usesDatabase()) {
            spec.addOption(CommandOption.DATABASE.spec());
        }
        command.options().forEach(option -> spec.addOption(option.spec()));
        if (command.usesDatabase()) {
            CommandOption.SHARED.forEach(option -> spec.addOption(option.spec()));
        }
        spec.addOption(CommandOption.HELP.spec());
        if (command.naming() != Naming.NONE) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .arity(command.naming().arity())
                    .required(command.naming() == Naming.REQUIRED)
                    .paramLabel(NAME)
                    .descriptionKey("option.name")
                    .type(String.class)
                    .build());
        }
        return spec;
    }
}
