package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.jobmatch.settings.Events;
import dev.lifeboat.jobmatch.settings.LoadedSettings;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.migration.MigrationOutcome;
import dev.lifeboat.ui.Background;
import dev.lifeboat.ui.RecoveryActions;
import dev.lifeboat.ui.RecoveryWindow;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.swing.JFileChooser;
import javax.swing.Timer;

/**
 * Starts the application with windows: everything before the database is opened runs in the background, and what comes
 * of it decides which window opens.
 *
 * <p>A start that did not succeed can be tried again any number of times, in the same process.
 */
public final class DesktopStart {
    /** How long the last stage of a migration can be read before the main window takes its place. */
    private static final int READING_MILLIS = 900;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private volatile Desk desk;
    private final Background background = new Background();
    private final CompletableFuture<StartState> end = new CompletableFuture<>();

    /** A start of the application; nothing happens yet. */
    public DesktopStart(Desk desk) {
        this.desk = desk;
    }

    /**
     * Runs the application until somebody ends it. Never call on the event dispatch thread.
     *
     * @return how the last attempt to start ended
     * @throws InterruptedException while it ran; its windows stay as they are
     */
    public StartState run() throws InterruptedException {
        LoadedSettings loaded = desk.settingsFile().load();
        Settings settings = loaded.settings();
        desk = desk.noting(loaded.notices());
        boolean dark = Looks.isDark(settings.theme());
        EventQueue.invokeLater(() -> {
            try {
                Looks.install(dark, desk.locale(settings));
                Problem.showUncaught(desk.locale(settings));
                begin(settings, desk.order().mayBeginEmpty());
            } catch (RuntimeException | Error withoutWindow) {
                end.completeExceptionally(withoutWindow);
            }
        });
        try {
            return end.get();
        } catch (ExecutionException died) {
            throw new IllegalStateException(died.getCause());
        } finally {
            // Such as what is still being written about where the window was.
            background.finish(PATIENCE);
        }
    }

    private void begin(Settings settings, boolean mayBeginEmpty) {
        NextStep next = new NextStep(settings);
        MigrationWindow window = new MigrationWindow(new Texts(desk.locale(settings)), next);
        next.opened = window;
        background.run(
                () -> StartAttempt.make(desk, settings, mayBeginEmpty, window.listener(), background),
                attempt -> show(attempt, window, next),
                end::completeExceptionally);
    }

    private void show(StartAttempt attempt, MigrationWindow window, NextStep next) {
        StartState state = attempt.state();
        next.state = Optional.of(state);
        MigrationOutcome outcome = state instanceof StartState.NotMigrated notMigrated ? notMigrated.outcome() : null;
        if (state instanceof StartState.Ready ready) {
            OpenApplication open =
                    new OpenApplication(desk, attempt, ready, next.settings, background, () -> end.complete(ready));
            afterReading(window, open::show);
        } else if (outcome instanceof MigrationOutcome.Blocked blocked) {
            window.show(blocked);
        } else if (outcome instanceof MigrationOutcome.Undone undone) {
            window.show(undone);
        } else if (attempt.application().isEmpty() || state instanceof StartState.AlreadyRunning) {
            window.dispose();
            new Problem(state.hint(desk.locale(next.settings)), "")
                    .show(window, desk.locale(next.settings), state.message(desk.locale(next.settings)));
            end.complete(state);
        } else {
            window.dispose();
            RecoveryWindow recovery =
                    Recovery.window(desk, attempt.application().get(), state, next.settings, background, next);
            next.opened = recovery;
            recovery.setVisible(true);
            new Events(DesktopStart.class).windowOpened("Recovery window");
        }
    }

    /** Lets a migration's end be read. */
    private static void afterReading(MigrationWindow window, Runnable open) {
        if (!window.isVisible()) {
            window.dispose();
            open.run();
            return;
        }
        Timer timer = new Timer(READING_MILLIS, event -> {
            window.dispose();
            open.run();
        });
        timer.setRepeats(false);
        timer.start();
    }

    /** What a person decides in a window of a start that did not succeed. */
    private final class NextStep implements MigrationWindow.Choices, RecoveryActions {
        private final Settings settings;
        private Window opened;
        private Optional<StartState> state = Optional.empty();

        NextStep(Settings settings) {
            this.settings = settings;
        }

        @Override
        public void tryAgain() {
            opened.dispose();
            begin(settings, false);
        }

        @Override
        public void startAgain() {
            tryAgain();
        }

        @Override
        public void startEmpty() {
            opened.dispose();
            begin(settings, true);
        }

        @Override
        public void chooseFolder() {
            Texts texts = new Texts(desk.locale(settings));
            JFileChooser chooser = new JFileChooser();
            chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
            chooser.setDialogTitle(texts.of("migration.choose-folder-title"));
            if (chooser.showDialog(opened, texts.of("migration.use-folder")) == JFileChooser.APPROVE_OPTION) {
                keep(settings.withBackupFolder(
                        Optional.of(chooser.getSelectedFile()).map(File::toPath)));
            }
        }

        private void keep(Settings changed) {
            background.run(
                    () -> {
                        desk.settingsFile().save(changed);
                        return changed;
                    },
                    saved -> {
                        opened.dispose();
                        desk = desk.withChosenBackups();
                        begin(saved, false);
                    },
                    failure -> Problem.show(opened, desk.locale(settings), failure));
        }

        @Override
        public void quit() {
            opened.dispose();
            end.complete(state.orElseThrow());
        }
    }
}
