package dev.lifeboat.jobmatch.restart;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.HostPresence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small application that starts itself again as often as the property {@code restarts} says, and writes down in a
 * journal what it does. Where {@code patient} is set, it ends only when there is a file {@code go} beside the journal;
 * where {@code moment} is a number, it watches its successor for so many milliseconds and says that it started it;
 * where {@code after} names a file, it starts itself again only when that is there.
 */
final class RestartMain {
    static final int BUSY = 3;
    static final int FAILED = 4;

    private static final Path FOLDER = Path.of(System.getProperty("folder"));
    private static final Journal JOURNAL = new Journal(FOLDER.resolve("journal"));

    private RestartMain() {}

    public static void main(String[] args) throws InterruptedException, BackupException {
        BackupService service = service();
        HostPresence presence;
        try {
            presence = Succession.ofProcess().claim(service);
        } catch (BackupException refused) {
            JOURNAL.add("refused", List.of(refused.error().name()));
            System.exit(BUSY);
            return;
        }
        long restarted = JOURNAL.count("begin");
        JOURNAL.add("begin", surroundings(args));
        System.out.println("begun");
        if (restarted < Integer.getInteger("restarts")) {
            restart(args);
            presence.close();
            System.exit(FAILED);
        }
        leave(0);
    }

    private static void restart(String[] args) throws InterruptedException {
        await(Path.of(System.getProperty("after", FOLDER.toString())));
        Integer moment = Integer.getInteger("moment");
        Restart restart = moment == null
                ? Restart.ofProcess(List.of(args), RestartMain::leave)
                : new Restart(
                        () -> Invocation.ofProcess(List.of(args)).command(),
                        RestartMain::start,
                        Duration.ofMillis(moment),
                        RestartMain::leave);
        try {
            restart.now();
        } catch (RestartException failure) {
            JOURNAL.add("failed", List.of(failure.reason().name(), failure.text(Locale.GERMAN)));
            JOURNAL.add("end", List.of());
        }
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        Process successor = builder.start();
        JOURNAL.add("started", List.of(String.valueOf(successor.pid())));
        return successor;
    }

    private static void await(Path file) {
        try {
            while (!Files.exists(file)) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void leave(int exitCode) {
        if (Boolean.getBoolean("patient")) {
            await(FOLDER.resolve("go"));
        }
        JOURNAL.add("end", List.of());
        System.exit(exitCode);
    }

    private static List<String> surroundings(String[] args) {
        List<String> found = new ArrayList<>();
        found.add(Path.of("").toAbsolutePath().toString());
        found.add(System.getProperty("odd", ""));
        found.add(String.valueOf(Runtime.getRuntime().maxMemory()));
        found.add(System.getenv("ODD"));
        found.addAll(List.of(args));
        return found;
    }

    private static BackupService service() throws BackupException {
        Path database = FOLDER.resolve("my.db");
        return BackupProviders.installed().forDatabase(database).open(BackupConfiguration.of(database));
    }
}
