package dev.lifeboat.jobmatch.start;

import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.jobmatch.restart.Restart;
import dev.lifeboat.jobmatch.restart.Succession;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.migration.MigrationListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The application, with somebody in it who restores a backup as soon as it has started, if one is asked for. */
final class RestoringMain {
    private RestoringMain() {}

    /** Arguments: database, a file with the name of the backup to restore, a file to write down what happened. */
    public static void main(String[] arguments) throws Exception {
        Path wanted = Path.of(arguments[1]);
        Path journal = Path.of(arguments[2]);
        Application application = Application.on(
                Path.of(arguments[0]),
                Settings.DEFAULT,
                Optional.empty(),
                BackupProviders.installed(),
                "test",
                Clock.systemDefaultZone());
        StartState state = application.start(Succession.ofProcess()::claim, false, MigrationListener.NONE);
        note(journal, state.message(Locale.ENGLISH));
        if (Files.exists(wanted)) {
            String name = Files.readString(wanted);
            Files.delete(wanted);
            application.service().restore(RestoreRequest.of(name), ProgressListener.NONE);
            note(journal, "restored");
            Restart.ofProcess(List.of(arguments), System::exit).now();
        }
        note(journal, "end");
    }

    private static void note(Path journal, String what) throws Exception {
        String line = ProcessHandle.current().pid() + " " + what + "\n";
        Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
