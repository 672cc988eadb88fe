package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.ReturnPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One operation in a Java machine of its own; what it says on standard output is for {@link OtherProcess}. */
final class OtherProcessMain {
    static final String MARK = "lifeboat:";

    private OtherProcessMain() {}

    /**
     * Arguments: contract class, database, folder, instant, zone, operation, stage to wait at or {@code -}, name of a
     * backup or {@code -}.
     */
    public static void main(String[] args) throws Exception {
        Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        BackupProviderContract contract = (BackupProviderContract) constructor.newInstance();
        BackupConfiguration configuration = BackupConfiguration.of(Path.of(args[1]))
                .withFolder(Path.of(args[2]))
                .withClock(Clock.fixed(Instant.parse(args[3]), ZoneId.of(args[4])))
                .withBusyTimeout(Duration.ofSeconds(1));
        BackupService service = contract.providerUnderTest().provider().open(configuration);
        try {
            say("done " + run(service, args[5], args[6], args[7]));
        } catch (BackupException e) {
            say("refused " + e.error());
        }
    }

    private static String run(BackupService service, String operation, String stage, String name)
            throws BackupException, IOException {
        switch (operation) {
            case "create":
                Backup backup = service.create(CreateRequest.manual("other process"), waitAt(stage));
                return backup.name();
            case "restore":
                return service.restore(RestoreRequest.of(name), waitAt(stage)).restored();
            case "presence":
                HostPresence presence = service.holdPresence();
                waitForWord();
                presence.close();
                return "presence";
            case "return":
                ReturnPoint point = service.setReturnPoint(name);
                waitForWord();
                point.lift();
                return point.backup();
            default:
                throw new IllegalArgumentException(operation);
        }
    }

    private static ProgressListener waitAt(String stage) {
        return progress -> {
            if (progress.stage().id().equals(stage)) {
                try {
                    waitForWord();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Says so and stands still until a line comes in; does not stop a second time once the input has ended. */
    private static void waitForWord() throws IOException {
        say("waiting");
        int read = System.in.read();
        while (read != '\n' && read != -1) {
            read = System.in.read();
        }
    }

    private static void say(String what) {
        System.out.println(MARK + what);
        System.out.flush();
    }
}
