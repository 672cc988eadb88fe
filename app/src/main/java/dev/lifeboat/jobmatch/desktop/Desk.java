package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.jobmatch.restart.RestartException;
import dev.lifeboat.jobmatch.settings.Notice;
import dev.lifeboat.jobmatch.settings.RestoredNoteFile;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.SettingsFile;
import dev.lifeboat.jobmatch.settings.UserFolders;
import dev.lifeboat.jobmatch.start.Application;
import dev.lifeboat.jobmatch.start.StartUp;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the application with windows finds around it, and what was asked of it.
 *
 * @param folders where this user's files are
 * @param order what was asked on the command line
 * @param plugins the folder where plugins are looked for
 * @param providers the kinds of database that can be backed up; looked for when first needed, and then the same
 * @param clock for ages, and for the names of new backups
 * @param systemLocale the operating system's language and form of numbers and dates
 * @param version of the application
 * @param notices what a person should know before anything begins, such as that there is no log
 * @param claim how to become the only process of the application
 * @param restarter starts the application again
 */
public record Desk(
        UserFolders folders,
        Order order,
        Optional<Path> plugins,
        Supplier<BackupProviders> providers,
        Clock clock,
        Locale systemLocale,
        String version,
        List<Notice> notices,
        StartUp.Claim claim,
        Restarter restarter) {
    /**
     * What was asked on the command line; it holds for this start only.
     *
     * @param database the file; empty for the user's own
     * @param backups where the backups go; empty for what the settings say
     * @param provider which provider makes them; empty for what the settings say
     * @param mayBeginEmpty whether to begin with an empty database where one is missing
     * @param demoOffers how many made-up offers to fill an empty database with
     */
    public record Order(
            Optional<Path> database,
            Optional<Path> backups,
            Optional<String> provider,
            boolean mayBeginEmpty,
            OptionalInt demoOffers) {}

    /** Ends this process and starts another one in its place. */
    @FunctionalInterface
    public interface Restarter {
        /**
         * Does it; never on the event dispatch thread.
         *
         * @throws RestartException when there is no new process; this one goes on
         * @throws InterruptedException while waiting for the new process
         */
        void restart() throws RestartException, InterruptedException;
    }

    /** The database's main file. */
    Path database() {
        return order.database().orElseGet(folders::database);
    }

    /** The same with more that a person should know. */
    Desk noting(List<Notice> more) {
        List<Notice> all = Stream.concat(notices.stream(), more.stream()).toList();
        return new Desk(folders, order, plugins, providers, clock, systemLocale, version, all, claim, restarter);
    }

    /** The same, but with the backup folder that the settings say: somebody has just chosen one. */
    Desk withChosenBackups() {
        Order changed = new Order(
                order.database(), Optional.empty(), order.provider(), order.mayBeginEmpty(), order.demoOffers());
        return new Desk(folders, changed, plugins, providers, clock, systemLocale, version, notices, claim, restarter);
    }

    /** The language and form of numbers and dates that were chosen. */
    Locale locale(Settings settings) {
        return settings.language().locale(systemLocale);
    }

    /** The file with the person's settings. */
    SettingsFile settingsFile() {
        return new SettingsFile(folders.settings());
    }

    /** The file by which a process that restores tells the one after it. */
    RestoredNoteFile restoredNote() {
        return new RestoredNoteFile(folders.state());
    }

    /** The application with these settings, except for what was ordered otherwise. */
    Application application(Settings settings) throws BackupException {
        Settings chosen = order.backups().isPresent() ? settings.withBackupFolder(order.backups()) : settings;
        return Application.on(database(), chosen, order.provider(), providers.get(), version, clock);
    }
}
