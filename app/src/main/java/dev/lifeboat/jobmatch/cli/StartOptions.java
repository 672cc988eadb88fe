package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What was asked of {@code jobmatch start}.
 *
 * @param window whether to open the window
 * @param database the file; empty for the user's own
 * @param backups where the backups go; empty for what the settings say
 * @param provider which provider makes them; empty for what the settings say
 * @param plugins the folder of plugins; empty for the runtime image's own
 * @param empty whether to begin with an empty database where one is missing
 * @param demoOffers how many made-up offers to fill an empty database with
 * @param json whether the answer is for a program
 * @param help whether only the usage was asked for
 */
record StartOptions(
        boolean window,
        Optional<Path> database,
        Optional<Path> backups,
        Optional<String> provider,
        Optional<Path> plugins,
        boolean empty,
        OptionalInt demoOffers,
        boolean json,
        boolean help) {
    /** The first word. */
    static final String COMMAND = "start";

    private static final String NO_WINDOW = "--no-window";
    private static final String EMPTY = "--empty";
    private static final String DEMO = "--demo";

    /**
     * Understands the words after {@code start}.
     *
     * @throws CommandLine.ParameterException for words that make no sense
     */
    static StartOptions parse(String... words) {
        CommandLine line = new CommandLine(spec()).setExpandAtFiles(false);
        ParseResult parsed = line.parseArgs(words);
        Integer demo = parsed.matchedOptionValue(DEMO, (Integer) null);
        if (demo != null && (demo < DemoData.FEWEST_OFFERS || demo > DemoData.MOST_OFFERS)) {
            throw new CommandLine.ParameterException(
                    line, DEMO + ": " + DemoData.FEWEST_OFFERS + " - " + DemoData.MOST_OFFERS);
        }
        return new StartOptions(
                !parsed.hasMatchedOption(NO_WINDOW),
                Optional.ofNullable(parsed.matchedOptionValue(CommandOption.DATABASE.longName(), (Path) null)),
                Optional.ofNullable(parsed.matchedOptionValue(CommandOption.BACKUPS.longName(), (Path) null)),
                Optional.ofNullable(parsed.matchedOptionValue(CommandOption.PROVIDER.longName(), (String) null)),
                Optional.ofNullable(parsed.matchedOptionValue(CommandOption.PLUGINS.longName(), (Path) null)),
                parsed.hasMatchedOption(EMPTY),
                demo == null ? OptionalInt.empty() : OptionalInt.of(demo),
                parsed.hasMatchedOption(CommandOption.JSON.longName()),
                parsed.hasMatchedOption(CommandOption.HELP.longName()));
    }

    /**
     * The folder of plugins, when one was named.
     *
     * @throws CommandException when there is no such folder
     */
    Optional<Path> existingPlugins() throws CommandException {
        return Arguments.existing(plugins.orElse(null));
    }

    private static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(COMMAND);
        for (String flag : Arrays.asList(NO_WINDOW, EMPTY)) {
            spec.addOption(
                    OptionSpec.builder(flag).arity("0").type(boolean.class).build());
        }
        spec.addOption(OptionSpec.builder(CommandOption.DATABASE.longName())
                .arity("1")
                .type(Path.class)
                .build());
        spec.addOption(OptionSpec.builder(DEMO).arity("1").type(Integer.class).build());
        spec.addOption(CommandOption.BACKUPS.spec());
        spec.addOption(CommandOption.PROVIDER.spec());
        spec.addOption(CommandOption.PLUGINS.spec());
        spec.addOption(CommandOption.JSON.spec());
        spec.addOption(CommandOption.HELP.spec());
        return spec;
    }
}
