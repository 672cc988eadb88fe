package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.Stage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A second Java machine that runs one operation on the same files, stopping where it is told to. */
final class OtherProcess implements AutoCloseable {
    private static final int SECONDS = 60;
    private static final String END = "end of output";

    private final Process process;
    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final StringBuffer everything = new StringBuffer();

    private OtherProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of another process");
        reader.setDaemon(true);
        reader.start();
    }

    /** Creates a backup and stops at this stage. */
    static OtherProcess creating(Class<?> contract, BackupConfiguration configuration, Stage stopAt) throws Exception {
        OtherProcess process = start(contract, configuration, "create", stopAt.id(), "-");
        process.expect("waiting");
        return process;
    }

    /** Creates a backup without stopping; {@link #expect} tells what came of it. */
    static OtherProcess creating(Class<?> contract, BackupConfiguration configuration) throws Exception {
        return start(contract, configuration, "create", "-", "-");
    }

    /** Restores this backup and stops at this stage. */
    static OtherProcess restoring(Class<?> contract, BackupConfiguration configuration, String name, Stage stopAt)
            throws Exception {
        OtherProcess process = start(contract, configuration, "restore", stopAt.id(), name);
        process.expect("waiting");
        return process;
    }

    /** Restores this backup without stopping. */
    static OtherProcess restoring(Class<?> contract, BackupConfiguration configuration, String name) throws Exception {
        return start(contract, configuration, "restore", "-", name);
    }

    /** Is an application that uses the database, until it is let go. */
    static OtherProcess present(Class<?> contract, BackupConfiguration configuration) throws Exception {
        OtherProcess process = start(contract, configuration, "presence", "-", "-");
        process.expect("waiting");
        return process;
    }

    /** Has begun something that goes back to this backup unless it ends well; lifts that when it is let go. */
    static OtherProcess returning(Class<?> contract, BackupConfiguration configuration, String name) throws Exception {
        OtherProcess process = start(contract, configuration, "return", "-", name);
        process.expect("waiting");
        return process;
    }

    /** Waits for the next thing it says, which must start like this. */
    void expect(String start) throws InterruptedException {
        String word = words.poll(SECONDS, TimeUnit.SECONDS);

        assertThat(word)
                .as("what the other process said; all of it:%n%s", everything)
                .isNotNull()
                .startsWith(start);
    }

    /** Lets it go on from where it stands, as often as it stops, and waits for its end. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("the other process ended")
                .isTrue();
    }

    /** Kill -9, on systems that have it; returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    private static OtherProcess start(
            Class<?> contract, BackupConfiguration configuration, String operation, String stage, String name)
            throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(contract),
                        OtherProcessMain.class.getName(),
                        contract.getName(),
                        configuration.database().toString(),
                        configuration.folder().toString(),
                        configuration.clock().instant().toString(),
                        configuration.clock().getZone().getId(),
                        operation,
                        stage,
                        name)
                .redirectErrorStream(true)
                .start();
        return new OtherProcess(process);
    }

    /** Everything this machine has, modules and class path alike, and where the contract's classes were found. */
    private static String classPath(Class<?> contract) throws URISyntaxException {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type = contract; type != Object.class; type = type.getSuperclass()) {
            entries.add(rootOf(type));
        }
        for (String property : new String[] {"jdk.module.path", "java.class.path"}) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String rootOf(Class<?> type) throws URISyntaxException {
        String inside = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + inside);
        String address = url.toString();
        String root = address.substring(0, address.length() - inside.length());
        if (root.startsWith("jar:")) {
            root = root.substring("jar:".length(), root.lastIndexOf("!/"));
        }
        return Path.of(new URI(root)).toString();
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                everything.append(line).append(System.lineSeparator());
                if (line.startsWith(OtherProcessMain.MARK)) {
                    words.add(line.substring(OtherProcessMain.MARK.length()));
                }
            }
        } catch (IOException e) {
            everything.append(e).append(System.lineSeparator());
        }
        words.add(END);
    }
}
