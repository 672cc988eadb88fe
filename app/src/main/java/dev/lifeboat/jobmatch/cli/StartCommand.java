package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import dev.lifeboat.jobmatch.jobs.demo.NotEmptyException;
import dev.lifeboat.jobmatch.restart.Succession;
import dev.lifeboat.jobmatch.settings.LoadedSettings;
import dev.lifeboat.jobmatch.settings.LogFile;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.SettingsFile;
import dev.lifeboat.jobmatch.settings.UserFileException;
import dev.lifeboat.jobmatch.settings.UserFolders;
import dev.lifeboat.jobmatch.start.Application;
import dev.lifeboat.jobmatch.start.Housekeeping;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.migration.MigrationListener;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code jobmatch start --no-window}: everything that a start does before a window opens, and the housekeeping after
 * it, with the outcome in words or JSON.
 */
final class StartCommand {
    private static final long DEMO_SEED = 1;

    private final StartOptions options;
    private final Surroundings surroundings;
    private final UserFolders folders;

    StartCommand(StartOptions options, Surroundings surroundings, UserFolders folders) {
        this.options = options;
        this.surroundings = surroundings;
        this.folders = folders;
    }

    ExitCode run() {
        LoadedSettings loaded = new SettingsFile(folders.settings()).load();
        Texts texts = new Texts(loaded.settings().language().locale(surroundings.locale()));
        StartReport report = new StartReport(surroundings, texts, options.json());
        loaded.notices().forEach(notice -> report.note(notice.in(texts.locale())));
        try (LogFile log = LogFile.open(folders.state())) {
            log.problem().ifPresent(problem -> report.note(problem.in(texts.locale())));
            return start(loaded.settings(), log, report, texts);
        } catch (BackupException failure) {
            return report.failed(Failure.of(failure, texts));
        } catch (UserFileException failure) {
            return report.failed(ExitCode.PERMISSION_DENIED, failure.message(texts.locale()));
        } catch (SQLException failure) {
            return report.failed(Failure.unexpected(failure, texts));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return report.failed(Failure.interrupted(texts));
        } catch (NotEmptyException failure) {
            return report.failed(ExitCode.USAGE, failure.reason().in(texts.locale()));
        }
    }

    private ExitCode start(Settings settings, LogFile log, StartReport report, Texts texts)
            throws BackupException, UserFileException, SQLException, NotEmptyException, InterruptedException {
        Optional<Path> named = options.database();
        if (named.isEmpty()) {
            folders.createDataFolder();
        }
        Settings chosen = options.backups().isPresent() ? settings.withBackupFolder(options.backups()) : settings;
        BackupProviders providers = surroundings.providers().get();
        providers.broken().forEach(plugin -> report.warn(plugin.message().in(texts.locale())));
        Application application = Application.on(
                named.orElse(folders.database()),
                chosen,
                options.provider(),
                providers,
                Version.own(),
                surroundings.clock());
        application.providerNotice(texts.locale()).ifPresent(report::warn);
        StartState state = application.start(Succession.ofProcess()::claim, options.empty(), MigrationListener.NONE);
        if (!(state instanceof StartState.Ready ready)) {
            log.path().ifPresent(path -> report.note(texts.of("start.log", path)));
            return report.refused(state, application.service().configuration());
        }
        try (var presence = ready.presence()) {
            if (application.keepsChosenBackupsOnTheDatabasesDisk()) {
                report.note(texts.of("start.same-disk"));
            }
            if (options.demoOffers().isPresent()) {
                fill(application.service().configuration().database());
            }
            Housekeeping.Result done = application.housekeeping().run();
            return report.ready(ready, application.service().configuration(), done);
        }
    }

    private void fill(Path database) throws SQLException, NotEmptyException {
        try (JobDatabase jobs = new JobDatabase(database);
                JobDatabase.Session session = jobs.begin()) {
            new DemoData(session.connection(), surroundings.clock())
                    .fill(options.demoOffers().getAsInt(), DEMO_SEED, (done, total) -> {});
            session.commit();
        }
    }
}
