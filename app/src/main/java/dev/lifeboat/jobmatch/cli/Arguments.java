package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The words after a command, as values. */
final class Arguments {
    private static final int MAX_AGE_DIGITS = 6;

    private final ParseResult parsed;

    Arguments(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** Whether an option was given. */
    boolean has(CommandOption option) {
        return parsed.hasMatchedOption(option.longName());
    }

    /** The value of an option, when it was given. */
    Optional<String> value(CommandOption option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option.longName(), (String) null));
    }

    /** The database to work on. */
    Path database() {
        return parsed.matchedOptionValue(CommandOption.DATABASE.longName(), Path.of(""));
    }

    /** The backup folder, when one was named. */
    Optional<Path> backups() {
        return Optional.ofNullable(parsed.matchedOptionValue(CommandOption.BACKUPS.longName(), (Path) null));
    }

    /**
     * The folder of plugins, when one was named.
     *
     * @throws CommandException when there is no such folder
     */
    Optional<Path> plugins() throws CommandException {
        return existing(parsed.matchedOptionValue(CommandOption.PLUGINS.longName(), (Path) null));
    }

    /**
     * A folder of plugins that somebody named, or nobody ({@code null}).
     *
     * @throws CommandException when there is no such folder
     */
    static Optional<Path> existing(Path plugins) throws CommandException {
        if (plugins != null && !Files.isDirectory(plugins)) {
            throw CommandException.usage("problem.plugins", plugins.toString());
        }
        return Optional.ofNullable(plugins);
    }

    /** The backup's name, when one was given. */
    Optional<String> name() {
        return Optional.ofNullable(parsed.matchedPositionalValue(0, (String) null));
    }

    /** The backup's name for a command that requires one. */
    String requiredName() {
        return name().orElseThrow();
    }

    /**
     * The kind of backup to make.
     *
     * @throws CommandException when there is no such kind, or only a restore makes it
     */
    BackupKind kind() throws CommandException {
        String id = value(CommandOption.KIND).orElse(BackupKind.MANUAL.id());
        if (!CommandOption.KINDS.contains(id)) {
            throw CommandException.usage("problem.kind", id, String.join(", ", CommandOption.KINDS));
        }
        return BackupKind.fromId(id).orElseThrow();
    }

    /**
     * The age up to which backups are kept: a number and {@code h}, {@code d} or {@code w}.
     *
     * @throws CommandException when it is written differently
     */
    Duration olderThan() throws CommandException {
        Optional<String> age = value(CommandOption.OLDER_THAN);
        return age.isEmpty() ? Backup.DEFAULT_MAX_AGE : parseAge(age.get());
    }

    private static Duration parseAge(String age) throws CommandException {
        int digits = Math.max(0, age.length() - 1);
        boolean number = digits > 0
                && digits <= MAX_AGE_DIGITS
                && age.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            int count = Integer.parseInt(age.substring(0, digits));
            switch (age.charAt(digits)) {
                case 'h':
                    return Duration.ofHours(count);
                case 'd':
                    return Duration.ofDays(count);
                case 'w':
                    return Duration.ofDays(7L * count);
                default:
                    break;
            }
        }
        throw CommandException.usage("problem.age", age);
    }
}
