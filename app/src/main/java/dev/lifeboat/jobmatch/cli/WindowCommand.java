package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.jobmatch.desktop.Desk;
import dev.lifeboat.jobmatch.desktop.DesktopStart;
import dev.lifeboat.jobmatch.restart.Restart;
import dev.lifeboat.jobmatch.restart.Succession;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.UserFolders;
import dev.lifeboat.jobmatch.start.StartState;
import java.util.List;
import java.util.OptionalInt;

/** {@code jobmatch start}: the application with its windows, until somebody closes them. */
final class WindowCommand {
    private final List<String> words;
    private final StartOptions options;
    private final Surroundings surroundings;
    private final UserFolders folders;

    /**
     * The command.
     *
     * @param words all that the process was started with
     */
    WindowCommand(List<String> words, StartOptions options, Surroundings surroundings, UserFolders folders) {
        this.words = words;
        this.options = options;
        this.surroundings = surroundings;
        this.folders = folders;
    }

    /** Runs it; what went wrong has been shown in a window when this returns. */
    ExitCode run() {
        try {
            return runAlone();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode runAlone() throws InterruptedException {
        Restart restart = Restart.ofProcess(words, System::exit);
        Succession succession = Succession.ofProcess();
        // What was to be done once is not done again after a restart.
        boolean first = !succession.hasPredecessor();
        Desk.Order order = new Desk.Order(
                options.database(),
                options.backups(),
                options.provider(),
                first && options.empty(),
                first ? options.demoOffers() : OptionalInt.empty());
        succession.awaitPredecessor();
        try (LogFile log = LogFile.open(folders.state())) {
            Desk desk = new Desk(
                    folders,
                    order,
                    surroundings.plugins(),
                    surroundings.providers(),
                    surroundings.clock(),
                    surroundings.locale(),
                    Version.own(),
                    log.problem().stream().toList(),
                    succession::claim,
                    restart::now);
            StartState end = new DesktopStart(desk).run();
            return StartReport.codeOf(end);
        }
    }
}
