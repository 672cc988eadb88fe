package dev.lifeboat.jobmatch.restart;

import dev.lifeboat.jobmatch.restart.RestartException.Reason;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Starts the application again as it was started: the same Java with the same options and arguments, in the same folder
 * and environment (FR-017).
 *
 * <p>Streams that are a terminal or a file are handed on. Others, such as pipes, are not: whoever reads them would wait
 * for the end of a process that it does not know. The new process heeds no hang-up: a terminal window that was opened
 * for the old one closes with it.
 */
public final class Restart {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String DEAF_TO_HANG_UP = "trap '' HUP; exec \"$0\" \"$@\"";

    private final CommandSource command;
    private final Starter starter;
    private final Duration moment;
    private final IntConsumer exit;

    Restart(CommandSource command, Starter starter, Duration moment, IntConsumer exit) {
        this.command = command;
        this.starter = starter;
        this.moment = moment;
        this.exit = exit;
    }

    /**
     * The restart of this process.
     *
     * @param arguments what {@code main} received
     * @param exit ends the process with this code, such as {@code System::exit}
     */
    public static Restart ofProcess(List<String> arguments, IntConsumer exit) {
        List<String> copy = List.copyOf(arguments);
        return new Restart(() -> Invocation.ofProcess(copy).command(), ProcessBuilder::start, MOMENT, exit);
    }

    /**
     * Starts the new process, sees for two seconds that it lives, and ends this one with code 0. The presence lock is
     * not to be released before: it goes to the new process, which waits for it, when this one ends. Blocks; never call
     * on the EDT.
     *
     * @throws RestartException when there is no new process; this one goes on and still holds what it held
     * @throws InterruptedException while waiting; the new process is ended again, and this one goes on
     */
    public synchronized void now() throws RestartException, InterruptedException {
        Process successor = start();
        try {
            if (successor.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RestartException(Reason.ENDED_AT_ONCE, String.valueOf(successor.exitValue()), null);
            }
        } catch (InterruptedException interrupted) {
            successor.destroyForcibly();
            throw interrupted;
        }
        exit.accept(0);
    }

    private Process start() throws RestartException {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            words.addAll(List.of(SHELL.toString(), "-c", DEAF_TO_HANG_UP));
        }
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(isHandedOn(0) ? Redirect.INHERIT : Redirect.from(Redirect.DISCARD.file()))
                .redirectOutput(isHandedOn(1) ? Redirect.INHERIT : Redirect.DISCARD)
                .redirectError(isHandedOn(2) ? Redirect.INHERIT : Redirect.DISCARD);
        builder.environment()
                .put(Predecessor.VARIABLE, Predecessor.ofThisProcess().value());
        try {
            return starter.start(builder);
        } catch (IOException refused) {
            throw new RestartException(Reason.NOT_STARTED, refused.getMessage(), refused);
        }
    }

    private static boolean isHandedOn(int stream) {
        Path link = Path.of("/proc/self/fd", String.valueOf(stream));
        try {
            String target = Files.readSymbolicLink(link).toString();
            return Files.isRegularFile(link)
                    || target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFileHere) {
            return System.console() != null;
        }
    }

    /** Where the words of the command come from. */
    @FunctionalInterface
    interface CommandSource {
        List<String> words() throws RestartException;
    }

    /** What starts a process. */
    @FunctionalInterface
    interface Starter {
        Process start(ProcessBuilder builder) throws IOException;
    }
}
