package dev.lifeboat.jobmatch.restart;

import dev.lifeboat.jobmatch.restart.RestartException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How this process was started, so that it can be done again.
 *
 * <p>Linux and macOS tell the whole command line, with every option of Java. Windows does not, and Java itself only in
 * its management module: there it is put together from what Java knows, and {@code -X} and {@code -D} are lost.
 *
 * @param executable the program that runs, if the system tells
 * @param words what followed the program's name on the command line, if the system tells
 * @param properties those of Java
 * @param arguments what {@code main} received
 */
record Invocation(
        Optional<String> executable,
        Optional<List<String>> words,
        UnaryOperator<String> properties,
        List<String> arguments) {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final int FIRST_JDK_WITH_UTF_8 = 18;

    /**
     * That of this process.
     *
     * @param arguments what {@code main} received
     * @throws RestartException {@code UNWRITABLE_ARGUMENTS}, {@code NOT_STARTED} when it cannot be read
     */
    static Invocation ofProcess(List<String> arguments) throws RestartException {
        ProcessHandle.Info info = ProcessHandle.current().info();
        Optional<List<String>> words = Files.isReadable(COMMAND_LINE)
                ? Optional.of(read(COMMAND_LINE))
                : info.arguments().map(List::of);
        return new Invocation(info.command(), words, System::getProperty, arguments);
    }

    /**
     * The words that start it again, beginning with an executable file.
     *
     * @throws RestartException {@code NO_JAVA}
     */
    List<String> command() throws RestartException {
        List<String> command = new ArrayList<>(List.of(program()));
        if (words.isPresent()) {
            command.addAll(words.get());
        } else if (properties.apply("os.name").startsWith("Windows")) {
            rebuilt().stream().map(Invocation::quoted).forEach(command::add);
        } else {
            command.addAll(rebuilt());
        }
        return command;
    }

    /** Linux's own record, and not Java's view of it: that is empty beyond 4096 bytes, as module paths are. */
    private static List<String> read(Path commandLine) throws RestartException {
        try {
            byte[] bytes = Files.readAllBytes(commandLine);
            String text = charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String[] words = text.split("\0", -1);
            return List.of(Arrays.copyOfRange(words, 1, words.length - 1));
        } catch (CharacterCodingException otherLetters) {
            throw new RestartException(Reason.UNWRITABLE_ARGUMENTS, charset().name(), otherLetters);
        } catch (IOException unreadable) {
            throw new RestartException(Reason.NOT_STARTED, unreadable.getMessage(), unreadable);
        }
    }

    /** What Java writes a child's command line in. */
    private static Charset charset() {
        return Runtime.version().feature() < FIRST_JDK_WITH_UTF_8
                ? Charset.defaultCharset()
                : Charset.forName(System.getProperty("sun.jnu.encoding"));
    }

    /** The program that runs, or after an update that has replaced it the one in its place. */
    private String program() throws RestartException {
        Path bin = Path.of(properties.apply("java.home"), "bin");
        List<String> candidates = new ArrayList<>();
        executable.ifPresent(candidates::add);
        candidates.add(bin.resolve("java").toString());
        candidates.add(bin.resolve("java.exe").toString());
        return candidates.stream()
                .filter(candidate -> Files.isRegularFile(Path.of(candidate)) && Files.isExecutable(Path.of(candidate)))
                .findFirst()
                .orElseThrow(() -> new RestartException(Reason.NO_JAVA, bin.toString(), null));
    }

    private List<String> rebuilt() {
        List<String> rebuilt = new ArrayList<>();
        property("jdk.module.path").ifPresent(path -> rebuilt.addAll(List.of("--module-path", path)));
        Optional<String> module = property("jdk.module.main");
        String classPath = property("java.class.path").orElse("");
        String started = property("sun.java.command").orElse("");
        if (module.isPresent()) {
            if (!classPath.isEmpty()) {
                rebuilt.addAll(List.of("-classpath", classPath));
            }
            rebuilt.add("--module");
            rebuilt.add(module.get()
                    + property("jdk.module.main.class").map(name -> "/" + name).orElse(""));
        } else if (classPath.endsWith(".jar") && (started + " ").startsWith(classPath + " ")) {
            rebuilt.addAll(List.of("-jar", classPath));
        } else {
            rebuilt.addAll(List.of("-classpath", classPath, started.split(" ", 2)[0]));
        }
        rebuilt.addAll(arguments);
        return rebuilt;
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.apply(name));
    }

    /**
     * A word as programs on Windows read it. Java leaves alone what begins and ends with a quotation mark, but would
     * pass on others inside as they are; and a star or question mark outside of them is replaced by files' names.
     *
     * @see <a href="https://learn.microsoft.com/en-us/cpp/c-language/parsing-c-command-line-arguments">Parsing C
     *     command-line arguments</a>
     */
    private static String quoted(String word) {
        if (!word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '*' || c == '?')) {
            return word;
        }
        return '"' + word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)$", "$1$1") + '"';
    }
}
