package dev.lifeboat.jobmatch.cli;

/**
 * A command that cannot be run as it was given: wrong options, or a confirmation that nobody can give. Nothing has been
 * done.
 */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient Object[] arguments;

    private CommandException(ExitCode exitCode, String key, Object... arguments) {
        super(key);
        this.exitCode = exitCode;
        this.arguments = arguments;
    }

    /** The options do not make sense; the key's sentence says why. */
    static CommandException usage(String key, Object... arguments) {
        return new CommandException(ExitCode.USAGE, key, arguments);
    }

    /** Somebody has to agree, and there is nobody to ask. */
    static CommandException confirmationRequired() {
        return new CommandException(ExitCode.CONFIRMATION_REQUIRED, "failure.confirmation");
    }

    /** {@link ExitCode#USAGE} or {@link ExitCode#CONFIRMATION_REQUIRED}. */
    ExitCode exitCode() {
        return exitCode;
    }

    /** The sentence for people. */
    String message(Texts texts) {
        return texts.of(getMessage(), arguments);
    }
}
