package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lifeboat in another process, which does one operation and is killed, signalled or waited for. */
final class OtherLifeboat implements AutoCloseable {
    private static final String READY = "ready";
    private static final String REACHED = "reached ";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;

    private OtherLifeboat(Process process) {
        this.process = process;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one, which need not be ready yet when this returns. Its temporary files go into the folder. */
    static OtherLifeboat start(Path temporary) throws IOException {
        return new OtherLifeboat(ChildJvm.of(OtherLifeboat.class, List.of("-Djava.io.tmpdir=" + temporary), List.of())
                .start());
    }

    /** Waits until it has loaded everything. */
    OtherLifeboat awaitReady() throws IOException {
        assertThat(answers.readLine()).isEqualTo(READY);
        return this;
    }

    /**
     * Tells it what to do: {@code create}, {@code restore}, {@code delete} or {@code recover}, with a name where one is
     * needed.
     */
    void order(Path database, String operation, String name) {
        orders.println(database + "\t" + operation + "\t" + name);
    }

    /** Tells it to create a backup, and to stay at the beginning of this stage until it is told to end. */
    void orderCreateStayingAt(Path database, String stage) {
        order(database, "create", stage);
    }

    /** Waits until a stage begins. */
    void awaitStage(String stage) throws IOException {
        String line = answers.readLine();
        while (line != null && !line.equals(REACHED + stage)) {
            line = answers.readLine();
        }
        assertThat(line).as("the stage " + stage).isNotNull();
    }

    /** What it said before it ended: {@code done} with a name, {@code failed} with a code, or nothing. */
    Optional<String> answer() throws IOException {
        Optional<String> answer = Optional.empty();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (!line.startsWith(REACHED)) {
                answer = Optional.of(line);
            }
        }
        return answer;
    }

    /** Ends it as a crash would; what it has said can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Sends it a signal, such as {@code TERM}; whether it had not ended yet. */
    boolean signal(String name) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                == 0;
    }

    /** Waits for its end; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the process has ended")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other process: one order, one answer. */
    public static void main(String[] arguments) throws Exception {
        DriverManager.getConnection("jdbc:sqlite::memory:").close();
        System.out.println(READY);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] order = orders.readLine().split("\t", -1);
        BackupService service = new SqliteBackupProvider().open(BackupConfiguration.of(Path.of(order[0])));
        try {
            System.out.println("done " + perform(service, order[1], order[2]));
        } catch (BackupException failure) {
            System.out.println("failed " + failure.error() + " " + failure.message(Locale.ENGLISH));
        }
    }

    private static String perform(BackupService service, String operation, String name) throws BackupException {
        switch (operation) {
            case "create" -> {
                return service.create(CreateRequest.manual("test"), new Stages(name))
                        .name();
            }
            case "restore" -> {
                return service.restore(RestoreRequest.of(name), new Stages("")).restored();
            }
            case "delete" -> {
                service.delete(name);
                return name;
            }
            default -> {
                return service.recover().state().id();
            }
        }
    }

    /** Says when a stage begins, and stays at one until the process is told to end. */
    private static final class Stages implements ProgressListener {
        private final String stayAt;
        private String last = "";

        private Stages(String stayAt) {
            this.stayAt = stayAt;
        }

        @Override
        public void onProgress(Progress progress) {
            String stage = progress.stage().id();
            if (stage.equals(last)) {
                return;
            }
            last = stage;
            System.out.println(REACHED + stage);
            long start = System.nanoTime();
            while (stage.equals(stayAt) && !isEnding() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }

        private static boolean isEnding() {
            Thread hook = new Thread();
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                return !Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                return true;
            }
        }
    }
}
