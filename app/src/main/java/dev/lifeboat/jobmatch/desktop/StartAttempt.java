package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BrokenPlugin;
import dev.lifeboat.backup.Message;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import dev.lifeboat.jobmatch.jobs.demo.NotEmptyException;
import dev.lifeboat.jobmatch.settings.RestoredNote;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.UserFileException;
import dev.lifeboat.jobmatch.start.Application;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.jobmatch.window.WindowMemory;
import dev.lifeboat.migration.MigrationListener;
import dev.lifeboat.ui.Background;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One attempt to start, with all that blocks.
 *
 * @param application put together; empty when even that was not possible
 * @param state how the start ended
 * @param note what a restore before this start did
 * @param memory where the main window was
 * @param problem why made-up offers could not be added, when they were asked for
 */
record StartAttempt(
        Optional<Application> application,
        StartState state,
        Optional<RestoredNote> note,
        WindowMemory memory,
        Optional<String> problem) {
    private static final long DEMO_SEED = 1;

    /**
     * Tries; every expected trouble is a state.
     *
     * @throws InterruptedException while waiting for a process to end; nothing is held then
     */
    static StartAttempt make(
            Desk desk, Settings settings, boolean mayBeginEmpty, MigrationListener listener, Background background)
            throws InterruptedException {
        WindowMemory memory = WindowMemory.load(desk.folders().settings(), background);
        try {
            if (desk.order().database().isEmpty()) {
                desk.folders().createDataFolder();
            }
            desk.providers().get().broken().forEach(StartAttempt::log);
            Application application = desk.application(settings);
            StartState state = application.start(desk.claim(), mayBeginEmpty, listener);
            Path database = application.service().configuration().database();
            Optional<String> problem =
                    state instanceof StartState.Ready ? fill(desk, database, settings) : Optional.empty();
            return new StartAttempt(
                    Optional.of(application), state, desk.restoredNote().load(database), memory, problem);
        } catch (BackupException refused) {
            return unavailable(refused, memory);
        } catch (UserFileException refused) {
            Path folder = desk.folders().data();
            return unavailable(
                    new BackupException(
                            BackupError.PERMISSION_DENIED,
                            Message.of("error.permission", folder.toString()),
                            folder,
                            refused),
                    memory);
        }
    }

    private static void log(BrokenPlugin plugin) {
        System.getLogger(StartAttempt.class.getName())
                .log(Level.WARNING, plugin.message().toString());
    }

    private static StartAttempt unavailable(BackupException reason, WindowMemory memory) {
        return new StartAttempt(
                Optional.empty(), new StartState.Unavailable(reason), Optional.empty(), memory, Optional.empty());
    }

    /** Fills an empty database with made-up offers, when they were asked for; one that is in use is left alone. */
    private static Optional<String> fill(Desk desk, Path database, Settings settings) {
        if (desk.order().demoOffers().isEmpty()) {
            return Optional.empty();
        }
        int offers = desk.order().demoOffers().getAsInt();
        try (JobDatabase jobs = new JobDatabase(database);
                JobDatabase.Session session = jobs.begin()) {
            new DemoData(session.connection(), desk.clock()).fill(offers, DEMO_SEED, (done, total) -> {});
            session.commit();
            return Optional.empty();
        } catch (NotEmptyException inUse) {
            return Optional.of(inUse.reason().in(desk.locale(settings)));
        } catch (SQLException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }
}
