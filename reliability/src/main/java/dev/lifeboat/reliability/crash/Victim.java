package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.ChildJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The product's command line in processes of its own whose file operations go wrong. It runs with the modules that this
 * program runs with. For one thread.
 */
final class Victim {
    private static final int KILLED = 128 + 9;
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern ERROR_CODE = Pattern.compile("\"(?:code|error)\":\"(\\w+)\"");
    private static final String MAIN = "dev.lifeboat.jobmatch/dev.lifeboat.jobmatch.Main";

    private final FaultLibrary library;
    private final Path work;
    private final List<String> java;

    private Victim(FaultLibrary library, Path work, List<String> java) {
        this.library = library;
        this.work = work;
        this.java = java;
    }

    /**
     * What a process did.
     *
     * @param exitCode of the command line; 137 when it was killed
     * @param output both streams
     * @param calls that were counted
     */
    record Outcome(int exitCode, String output, List<Call> calls) {
        boolean killed() {
            return exitCode == KILLED;
        }

        boolean succeeded() {
            return exitCode == 0;
        }

        /** The code of the error that it ended with, or of the first that it tells of. */
        Optional<String> errorCode() {
            return ERROR_CODE
                    .matcher(output)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        }
    }

    /** One that keeps its own files in this folder, which is outside of what it works on. */
    static Victim in(Path work, FaultLibrary library) throws IOException, InterruptedException {
        Files.createDirectories(work);
        Path archive = work.resolve("classes.jsa");
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en"));
        java.add("-Dorg.sqlite.lib.path=" + ChildJava.unpackDriver(work));
        java.addAll(List.of(
                "--enable-native-access=org.xerial.sqlitejdbc",
                "--module-path",
                System.getProperty("jdk.module.path"),
                "--add-modules",
                "dev.lifeboat.backup.sqlite"));
        Victim learning = new Victim(library, work, with(java, "-XX:ArchiveClassesAtExit=" + archive));
        learning.run(
                work,
                Fault.NONE,
                List.of("status", "--database", work.resolve("none.db").toString()));
        return new Victim(library, work, with(java, "-Xlog:disable", "-XX:SharedArchiveFile=" + archive));
    }

    private static List<String> with(List<String> java, String... options) {
        List<String> all = new ArrayList<>(java.subList(0, 1));
        all.addAll(List.of(options));
        all.addAll(java.subList(1, java.size()));
        return all;
    }

    /** Runs a command of {@code lifeboat} to its end while a call on a file below this folder goes wrong. */
    Outcome run(Path root, Fault fault, List<String> words) throws IOException, InterruptedException {
        return run(root, fault, words, Map.of(), List.of());
    }

    /** The same and keeps what was written, in the order of the calls, in this file. */
    Outcome record(Path root, Path data, List<String> words) throws IOException, InterruptedException {
        Files.deleteIfExists(data);
        return run(root, Fault.NONE, words, Map.of("FAULTS_DATA", data.toString()), List.of());
    }

    /** The same under strace, which writes what it sees into this file. */
    Outcome trace(Path root, Path trace, List<String> words) throws IOException, InterruptedException {
        return run(root, Fault.NONE, words, Map.of(), Strace.prefix(trace));
    }

    /** The same with more for the library, or for Java, in its environment. */
    Outcome run(Path root, List<String> words, Map<String, String> more) throws IOException, InterruptedException {
        return run(root, Fault.NONE, words, more, List.of());
    }

    /** What happens while a process is stopped. */
    @FunctionalInterface
    interface Meanwhile {
        void act() throws IOException, InterruptedException;
    }

    /** Runs a command that is stopped before this call, and continued after something has happened meanwhile. */
    Outcome interrupt(Path root, long at, List<String> words, Meanwhile meanwhile)
            throws IOException, InterruptedException {
        Files.deleteIfExists(work.resolve("calls"));
        Process process = start(root, new Fault(Fault.Kind.STOP, at), words, Map.of(), List.of());
        if (Stopped.await(process)) {
            meanwhile.act();
            Stopped.goOn(process);
        }
        return end(process, words);
    }

    private Outcome run(Path root, Fault fault, List<String> words, Map<String, String> more, List<String> prefix)
            throws IOException, InterruptedException {
        Files.deleteIfExists(work.resolve("calls"));
        return end(start(root, fault, words, more, prefix), words);
    }

    private Process start(Path root, Fault fault, List<String> words, Map<String, String> more, List<String> prefix)
            throws IOException {
        Path log = work.resolve("calls");
        Path output = work.resolve("output");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(java);
        command.addAll(List.of("-m", MAIN, "lifeboat"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "LD_PRELOAD", library.file().toString(),
                        "FAULTS_ROOT", root.toString(),
                        "FAULTS_LOG", log.toString(),
                        "FAULTS_KIND", fault.kind().id(),
                        "FAULTS_AT", String.valueOf(fault.at()),
                        "LC_ALL", "C.UTF-8"));
        builder.environment().putAll(more);
        return builder.start();
    }

    private Outcome end(Process process, List<String> words) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException("still running after " + PATIENCE_SECONDS + " s: " + words);
        }
        return new Outcome(
                process.exitValue(), Files.readString(work.resolve("output")), Call.read(work.resolve("calls")));
    }
}
