package dev.lifeboat.jobmatch.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.restart.Journal.Entry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real application that starts itself again and hands over the presence lock. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "shell scripts, signals and a command line that Java can read")
@Execution(ExecutionMode.CONCURRENT)
class RestartIT {
    private static final long PATIENCE_SECONDS = 60;
    private static final List<String> ODD_WORDS = List.of(
            "", "a b", "say \"hi\"", "it's", "größe", "*", "$HOME", "back\\slash", "two\nlines", "--", "@x", "");

    @TempDir
    Path folder;

    private final Set<ProcessHandle> started = new HashSet<>();
    private Path work;
    private Journal journal;

    @BeforeEach
    void makeFolders() throws IOException {
        work = Files.createDirectory(folder.resolve("my work"));
        journal = new Journal(folder.resolve("journal"));
    }

    @AfterEach
    void nobodyIsLeft() {
        try {
            await("all to end", () -> remaining().noneMatch(RestartIT::runs));
        } finally {
            remaining().forEach(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsAsItWasAfterTwoRestarts(Start start) throws Exception {
        List<String> options = options(2, "-Dodd=a \"b\" *", "-Xmx48m");

        begin(start.command(folder, options), ODD_WORDS);
        awaitEnds(3);

        List<Entry> begun = entries("begin");
        assertThat(begun).extracting(Entry::pid).doesNotHaveDuplicates();
        assertThat(begun.get(0).words())
                .startsWith(work.toRealPath().toString(), "a \"b\" *")
                .endsWith(ODD_WORDS.toArray(String[]::new));
        assertThat(begun).extracting(Entry::words).containsOnly(begun.get(0).words());
        assertThatOneCameAfterTheOther();
    }

    @Test
    void aCommandLineLongerThanAPageIsRepeated() throws Exception {
        List<String> words = List.of("x".repeat(100_000));

        begin(Start.MODULE_PATH.command(folder, options(1)), words);
        awaitEnds(2);

        assertThat(entries("begin").get(1).words()).endsWith(words.get(0));
        assertThatOneCameAfterTheOther();
    }

    @Test
    void somebodyElseDuringTheHandOverIsToldThatItRunsAlready() throws Exception {
        begin(Start.MODULE_PATH.command(folder, options(1, "-Dpatient=true")), List.of());
        awaitSuccessor();

        Process third = begin(Start.MODULE_PATH.command(folder, options(0)), List.of());
        int exitCode = end(third);
        go();
        awaitEnds(2);

        assertThat(exitCode).isEqualTo(RestartMain.BUSY);
        assertThat(entries("refused")).containsExactly(new Entry("refused", third.pid(), List.of("DATABASE_BUSY")));
        assertThatOneCameAfterTheOther();
    }

    @RepeatedTest(3)
    void ofTwoThatComeAtTheSameTimeOneIsTheApplication() throws Exception {
        Process first = begin(Start.MODULE_PATH.command(folder, options(1, "-Dpatient=true")), List.of());
        long successor = awaitSuccessor();

        Process third = begin(Start.MODULE_PATH.command(folder, options(1, "-Dpatient=true")), List.of());
        first.destroyForcibly();
        await("one to be refused", () -> journal.count("refused") == 1);
        go();
        awaitEnds(1);

        assertThat(journal.entries())
                .extracting(Entry::what)
                .containsExactlyInAnyOrder("begin", "started", "begin", "refused", "end");
        assertThat(List.of(
                        entries("begin").get(1).pid(), entries("refused").get(0).pid()))
                .containsExactlyInAnyOrder(successor, third.pid());
    }

    @Test
    void theSuccessorTakesOverFromAKilledPredecessor() throws Exception {
        Process first = begin(Start.MODULE_PATH.command(folder, options(1, "-Dmoment=60000")), List.of());
        long successor = awaitSuccessor();

        first.destroyForcibly();
        awaitEnds(1);

        assertThat(journal.entries()).extracting(Entry::what).containsExactly("begin", "started", "begin", "end");
        assertThat(entries("begin").get(1).pid()).isEqualTo(successor);
    }

    @Test
    void theApplicationGoesOnAndSaysSoWhenItCannotBeStartedAgain() throws Exception {
        Process first = begin(
                Start.JAR.command(folder, options(1, "-Dafter=" + folder.resolve("go"), "-Dmoment=60000")), List.of());
        await("it to run", () -> journal.count("begin") == 1);

        Files.delete(folder.resolve("my application.jar"));
        go();
        int exitCode = end(first);

        assertThat(exitCode).isEqualTo(RestartMain.FAILED);
        assertThat(journal.entries()).extracting(Entry::what).containsExactly("begin", "started", "failed", "end");
        assertThat(entries("failed").get(0).words())
                .containsExactly(
                        "ENDED_AT_ONCE",
                        "Die Anwendung wurde neu gestartet, endete aber sofort mit dem Exit-Code 1. "
                                + "Bitte starten Sie sie von Hand neu.");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems write UTF-8 in every locale")
    void theApplicationGoesOnWhenItsArgumentsWouldBeMutilated() throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C"));
        command.addAll(Start.MODULE_PATH.command(folder, options(1)));

        int exitCode = end(begin(command, List.of("größe")));

        assertThat(exitCode).isEqualTo(RestartMain.FAILED);
        assertThat(entries("failed").get(0).words()).startsWith("UNWRITABLE_ARGUMENTS");
    }

    @Test
    void aClosedPipeHarmsNobody() throws Exception {
        Process first =
                begin(Start.MODULE_PATH.command(folder, options(1, "-Dmoment=its own")), List.of(), Redirect.PIPE);
        first.getInputStream().close();
        first.getOutputStream().close();

        awaitEnds(2);

        assertThatOneCameAfterTheOther();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "script has other options elsewhere")
    void theSuccessorOutlivesATerminalThatWasOpenedForItsPredecessor() throws Exception {
        String command = Start.MODULE_PATH.command(folder, options(2)).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));

        begin(List.of("script", "--quiet", "--return", "--command", "exec " + command, "/dev/null"), List.of());
        awaitEnds(3);

        assertThatOneCameAfterTheOther();
    }

    private List<String> options(int restarts, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "-Dfolder=" + folder,
                "-Drestarts=" + restarts,
                "-Dmoment=300",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        options.addAll(List.of(more));
        return options;
    }

    private Process begin(List<String> command, List<String> words) throws IOException {
        return begin(command, words, Redirect.to(output(started.size()).toFile()));
    }

    private Process begin(List<String> command, List<String> words, Redirect output) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("ODD", "größe *");
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    /** Lets those go on that wait for it. */
    private void go() throws IOException {
        Files.createFile(folder.resolve("go"));
    }

    private int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<Entry> entries(String what) {
        return journal.entries().stream()
                .filter(entry -> entry.what().equals(what))
                .toList();
    }

    /** The number of the first process that was started in another's place. */
    private long awaitSuccessor() {
        await("a successor", () -> journal.count("started") > 0);
        return Long.parseLong(entries("started").get(0).words().get(0));
    }

    private void awaitEnds(int count) {
        await(count + " ends", () -> journal.count("end") == count);
    }

    private void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new AssertionError("waited in vain for " + what + ": " + journal.entries() + outputs());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Each process writes when it has the presence lock, and again before it loses it. */
    private void assertThatOneCameAfterTheOther() {
        List<Entry> entries = journal.entries().stream()
                .filter(entry -> Set.of("begin", "end").contains(entry.what()))
                .toList();
        assertThat(entries).hasSizeGreaterThan(2);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).what()).isEqualTo(i % 2 == 0 ? "begin" : "end");
            assertThat(entries.get(i).pid()).isEqualTo(entries.get(i / 2 * 2).pid());
        }
    }

    /** Every process that this test or one of its processes has started. */
    private Stream<ProcessHandle> remaining() {
        Stream<ProcessHandle> known =
                journal.entries().stream().map(Entry::pid).flatMap(pid -> ProcessHandle.of(pid).stream());
        Stream<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()));
        return Stream.of(started.stream(), known, found).flatMap(processes -> processes);
    }

    /** An ended process stays in the list until its parent looks at it, and has no program then. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private Path output(int process) {
        return folder.resolve("output-" + process);
    }

    private String outputs() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; Files.exists(output(i)); i++) {
            try {
                all.append('\n').append(Files.readString(output(i)));
            } catch (IOException unreadable) {
                all.append('\n').append(unreadable);
            }
        }
        return all.toString();
    }
}
