package dev.lifeboat.jobmatch.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * The streams and the terminal of this process.
 *
 * <p>From JDK 22 on there may be a console without a terminal. The built-in implementation, the only one before and
 * again the default since JDK 25, exists exactly when both standard input and output are terminals; it is chosen here
 * before the first console is made.
 */
final class SystemTerminal implements Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);

    /** Must come before anything else in the process asks for the console. */
    SystemTerminal() {
        System.setProperty("jdk.console", "java.base");
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public OutputStream err() {
        return err;
    }

    @Override
    public Charset charset() {
        for (String property : List.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")) {
            String name = System.getProperty(property);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return Charset.defaultCharset();
    }

    @Override
    public boolean canAsk() {
        return System.console() != null;
    }

    @Override
    public boolean showsProgress() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFileHere) {
            return canAsk();
        }
    }

    @Override
    public boolean showsColours() {
        return Ansi.AUTO.enabled();
    }

    @Override
    public Optional<String> ask(String question) {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s ", question));
    }
}
