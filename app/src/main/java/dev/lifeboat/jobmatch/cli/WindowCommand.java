package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.jobmatch.desktop.Desk;
import dev.lifeboat.jobmatch.desktop.DesktopStart;
import dev.lifeboat.jobmatch.restart.Restart;
import dev.lifeboat.jobmatch.restart.Succession;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.UserFolders;
import dev.lifeboat.jobmatch.start.StartState;

/** {@code jobmatch start}: the application with its windows, until somebody closes them. */
final class WindowCommand {
    private final StartOptions options;
    private final Surroundings surroundings;
    private final UserFolders folders;

    WindowCommand(StartOptions options, Surroundings surroundings, UserFolders folders) {
        this.options = options;
        this.surroundings = surroundings;
        this.folders = folders;
    }

    /** Runs it; what went wrong has been shown in a window when this returns. */
    ExitCode run() {
        Restart restart = Restart.ofProcess(options.wordsForARestart(), System::exit);
        Desk.Order order = new Desk.Order(
                options.database(), options.backups(), options.provider(), options.empty(), options.demoOffers());
        Desk desk = new Desk(
                folders,
                order,
                surroundings.providers(),
                surroundings.clock(),
                surroundings.locale(),
                Version.own(),
                Succession.ofProcess()::claim,
                restart::now);
        try (LogFile log = LogFile.open(folders.state())) {
            StartState end = new DesktopStart(desk).run();
            return StartReport.codeOf(end);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }
}
