import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the application from its image, as people do, and puts into the image what Java learned: from Java 25 on one AOT
 * cache for the window and one for the commands, before that one class archive for both.
 *
 * <p>The window takes a screen: a private one where Xvfb is installed, otherwise the one that this process has. Without
 * either, only the commands are learned from.
 *
 * <p>Argument: the image.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class data sharing</a>
 */
final class TrainImage {
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int PATIENCE_SECONDS = 120;
    private static final int LOOK_AGAIN_MILLIS = 50;
    private static final String MAIN = "dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main";

    private final Path image;
    private final Path work;
    private final Optional<String> display;

    private TrainImage(Path image, Path work, Optional<String> display) {
        this.image = image;
        this.work = work;
        this.display = display;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("training");
        Optional<Process> screen = Screen.open();
        try {
            Optional<String> display = screen.isPresent() ? Screen.nameOf(screen.get()) : Screen.ofThisProcess();
            new TrainImage(Path.of(arguments[0]), work, display).train();
        } finally {
            screen.ifPresent(Process::destroy);
            delete(work);
        }
    }

    private void train() throws IOException, InterruptedException {
        // The database of people who start the application is there already, most of the time.
        run(List.of(), "start", "--no-window", "--demo", "20", "--database", database());
        if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE) {
            makeCaches();
        } else {
            makeArchive();
        }
    }

    private void makeCaches() throws IOException, InterruptedException {
        Path command = work.resolve("command");
        run(recording(command), "lifeboat", "create", "--database", database());
        makeCache(command);
        Path window = work.resolve("window");
        openWindow(recording(window));
        makeCache(window);
    }

    private static List<String> recording(Path configuration) {
        return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration, "-Xlog:disable");
    }

    private void makeCache(Path configuration) throws IOException, InterruptedException {
        run(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + configuration,
                "-XX:AOTCache=" + image.resolve("lib/" + configuration.getFileName() + ".aot"),
                "-Xlog:disable"));
    }

    private void makeArchive() throws IOException, InterruptedException {
        List<Path> lists = new ArrayList<>();
        for (String command : List.of("create", "list", "status")) {
            run(listing(lists), "lifeboat", command, "--database", database());
        }
        String backup = newestBackup();
        run(listing(lists), "lifeboat", "restore", backup, "--yes", "--database", database());
        run(
                listing(lists),
                "start",
                "--no-window",
                "--database",
                work.resolve("new.db").toString());
        openWindow(listing(lists));
        Path classes = Files.write(work.resolve("classes"), merged(lists));
        // A file that Java finds without being told takes the place of the archive of Java's own classes.
        run(List.of(
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + image.resolve("lib/server/classes.jsa")));
    }

    private List<String> listing(List<Path> lists) {
        Path list = work.resolve("classes-" + lists.size());
        lists.add(list);
        return List.of("-XX:DumpLoadedClassList=" + list);
    }

    /** Classes of several runs; newer machines number them, by which only those of custom loaders can be told apart. */
    private static Set<String> merged(List<Path> lists) throws IOException {
        Set<String> merged = new LinkedHashSet<>();
        for (Path list : lists) {
            for (String line : Files.readAllLines(list)) {
                if (!line.contains(" source: ")) {
                    merged.add(line.replaceFirst(" id: \\d+$", ""));
                }
            }
        }
        return merged;
    }

    private String database() {
        return work.resolve("training.db").toString();
    }

    private String newestBackup() throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".db"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Ends the application when its window is there and what is done behind it has been done. */
    private void openWindow(List<String> options) throws IOException, InterruptedException {
        if (display.isEmpty()) {
            run(options, "start", "--no-window", "--database", database());
            return;
        }
        Path state = work.resolve("state-of-window");
        Path log = state.resolve("jobmatchchecker/jobmatchchecker.0.log");
        Path output = work.resolve("output");
        ProcessBuilder builder = java(options, "start", "--database", database());
        builder.environment().put("XDG_STATE_HOME", state.toString());
        Process application = builder.redirectOutput(output.toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!says(log, "Main window opened") || !says(log, "Clean-up")) {
            if (application.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                application.destroyForcibly().waitFor();
                throw new IllegalStateException("the window did not open:\n" + Files.readString(output));
            }
        }
        application.destroy();
        application.waitFor();
    }

    private static boolean says(Path log, String words) throws IOException {
        return Files.exists(log) && Files.readString(log).contains(words);
    }

    private void run(List<String> options, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = java(options, arguments);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", builder.command()) + " failed:\n" + output);
        }
    }

    /** The application with the options it has when people start it, for a user who has only the work folder. */
    private ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(image.resolve("bin/java").toString());
        command.addAll(options);
        // Before Java 25 only G1 archives objects as well; other collectors can load them.
        command.add(options.contains("-Xshare:dump") ? "-XX:+UseG1GC" : "-XX:+UseSerialGC");
        command.add("-Dorg.sqlite.lib.path=" + image.resolve("lib"));
        command.add("-Dflatlaf.nativeLibraryPath=" + image.resolve("lib"));
        command.addAll(List.of("-m", MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (String folder : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")) {
            builder.environment().put(folder, work.toString());
        }
        display.ifPresent(name -> builder.environment().put("DISPLAY", name));
        return builder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Where windows can open. */
    private static final class Screen {
        private Screen() {}

        /** One of our own, on which nobody looks; empty when there is no Xvfb. */
        static Optional<Process> open() throws IOException {
            boolean installed = Stream.of(
                            System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
            return installed
                    ? Optional.of(new ProcessBuilder(
                                    "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start())
                    : Optional.empty();
        }

        /** Empty when the server could not start, such as in a sandbox. */
        static Optional<String> nameOf(Process server) throws IOException {
            BufferedReader number = server.inputReader();
            return Optional.ofNullable(number.readLine()).map(display -> ":" + display);
        }

        static Optional<String> ofThisProcess() {
            return Optional.ofNullable(System.getenv("DISPLAY"));
        }
    }
}
