package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.settings.Events;
import dev.lifeboat.jobmatch.settings.RestoredNote;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.UserFileException;
import dev.lifeboat.jobmatch.start.Application;
import dev.lifeboat.jobmatch.start.Housekeeping;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.jobmatch.window.MainWindow;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.ui.Background;
import dev.lifeboat.ui.BackupPanel;
import dev.lifeboat.ui.Protection;
import dev.lifeboat.ui.RestoreFlow;
import dev.lifeboat.ui.RestoreNotice;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.Timer;
import javax.swing.UIManager;

/**
 * The application once its database may be opened: its main window, the settings, the housekeeping behind them, and the
 * end. Everything here runs on the event dispatch thread; what blocks goes to the background.
 */
final class OpenApplication implements MainWindow.Outside {
    private static final int HOUSEKEEPING_MILLIS = (int) Duration.ofHours(1).toMillis();
    private static final int AGEING_MILLIS = (int) Duration.ofMinutes(1).toMillis();

    private final Desk desk;
    private final StartAttempt attempt;
    private final StartState.Ready ready;
    private final Background background;
    private final Runnable ended;
    private final JobDatabase jobs;
    private final Looks looks;
    private final Timer housekeeping = new Timer(HOUSEKEEPING_MILLIS, event -> keepHouse());
    private final Timer ageing = new Timer(AGEING_MILLIS, event -> refreshProtection());
    private Application application;
    private volatile Settings settings;
    private Optional<RestoredNote> note;
    private MainWindow window;
    private Optional<SettingsDialog> dialog = Optional.empty();
    private Optional<BackupPanel> panel = Optional.empty();
    private Optional<BackupException> automaticFailure = Optional.empty();

    OpenApplication(
            Desk desk,
            StartAttempt attempt,
            StartState.Ready ready,
            Settings settings,
            Background background,
            Runnable ended) {
        this.desk = desk;
        this.attempt = attempt;
        this.ready = ready;
        this.settings = settings;
        this.background = background;
        this.ended = ended;
        note = attempt.note();
        application = attempt.application().orElseThrow();
        jobs = new JobDatabase(service().configuration().database());
        looks = new Looks(background);
    }

    /** Opens the main window, and looks after the backups behind it. */
    void show() {
        openWindow();
        news().ifPresent(window::showMessage);
        keepHouse();
        housekeeping.start();
        ageing.start();
    }

    /** What a person should know of the start that has just ended. */
    private Optional<String> news() {
        Locale locale = desk.locale(settings);
        Stream<String> recovered = ready.recovery().actions().stream().map(action -> action.in(locale));
        Stream<String> noticed = desk.notices().stream().map(notice -> notice.in(locale));
        Stream<String> replaced = application.providerNotice(locale).stream();
        return Stream.of(recovered, noticed, replaced, attempt.problem().stream())
                .flatMap(Function.identity())
                .reduce((first, second) -> first + " " + second);
    }

    private void openWindow() {
        window = new MainWindow(jobs, background, desk.clock(), desk.locale(settings), attempt.memory(), this);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                new Events(OpenApplication.class).windowOpened("Main window");
            }
        });
        window.setVisible(true);
        note.ifPresent(this::showNotice);
        refreshProtection();
    }

    private BackupService service() {
        return application.service();
    }

    private JobMatchHost host() {
        return new JobMatchHost(desk, service(), () -> settings, jobs, this::settleEdits);
    }

    private boolean settleEdits(Window owner) {
        // The process may end without closing the window.
        window.rememberPlace();
        return window.settleEdits(owner);
    }

    private void showNotice(RestoredNote restored) {
        RestoreFlow flow = new RestoreFlow(service(), host(), background, desk.locale(settings));
        RestoreNotice notice = new RestoreNotice(
                restored.createdAt().atZone(desk.clock().getZone()),
                restored.safetyBackup(),
                restored.preserved(),
                desk.locale(settings),
                () -> restored.safetyBackup().ifPresent(safety -> flow.start(window, safety)),
                this::dismissNotice);
        window.showNotice(notice);
    }

    private void dismissNotice() {
        note = Optional.empty();
        window.removeNotice();
        background.run(
                () -> {
                    desk.restoredNote().clear();
                    return true;
                },
                cleared -> {},
                this::showProblem);
    }

    private void keepHouse() {
        Housekeeping work = application.housekeeping();
        background.run(work::run, this::housekeepingDone, this::showProblem);
    }

    private void housekeepingDone(Housekeeping.Result done) {
        automaticFailure = done.backupFailure();
        automaticFailure.ifPresent(failure -> panel.ifPresent(shown -> shown.automaticBackupFailed(failure)));
        refreshProtection();
    }

    private void refreshProtection() {
        BackupService asked = service();
        background.run(asked::list, this::showProtection, failure -> {
            String sentence = failure instanceof BackupException refused
                    ? refused.message(desk.locale(settings))
                    : String.valueOf(failure.getMessage());
            window.showProtection(sentence, UIManager.getIcon("OptionPane.warningIcon"));
        });
    }

    private void showProtection(BackupList list) {
        show(Protection.of(
                list, automaticFailure, settings.automaticBackupInterval(), desk.clock(), desk.locale(settings)));
    }

    private void show(Protection protection) {
        window.showProtection(protection.sentence(), protection.icon());
    }

    private void showProblem(Throwable failure) {
        Problem.show(window, desk.locale(settings), failure);
    }

    @Override
    public void openSettings(boolean backups) {
        if (dialog.isEmpty() || !dialog.get().isDisplayable()) {
            dialog = Optional.of(newSettingsDialog());
        }
        dialog.get().open(backups ? "backup" : "general");
    }

    private SettingsDialog newSettingsDialog() {
        Texts texts = new Texts(desk.locale(settings));
        BackupPanel backups = new BackupPanel(service(), host(), background, texts.locale());
        panel = Optional.of(backups);
        automaticFailure.ifPresent(backups::automaticBackupFailed);
        backups.addPropertyChangeListener(BackupPanel.PROTECTION, change -> show(backups.protection()));
        GeneralPage general = new GeneralPage(
                texts, settings, service().configuration().database().resolveSibling("backups"), this::changeSettings);
        warnOfSameDisk(general);
        return new SettingsDialog(
                window,
                texts,
                new SettingsDialog.Page("general", texts.of("settings.general"), general),
                new SettingsDialog.Page("backup", texts.of("settings.backup"), backups),
                new SettingsDialog.Page("providers", texts.of("settings.providers"), providersPage(texts)));
    }

    private ProvidersPage providersPage(Texts texts) {
        ProvidersPage page = new ProvidersPage(
                texts, settings.provider(), desk.plugins(), chosen -> changeSettings(settings.withProvider(chosen)));
        background.run(() -> desk.providers().get(), page::show, this::showProblem);
        return page;
    }

    private void warnOfSameDisk(GeneralPage page) {
        Application asked = application;
        background.run(asked::keepsChosenBackupsOnTheDatabasesDisk, page::warnOfSameDisk, failure -> {
            System.getLogger(OpenApplication.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot tell the disks apart", failure);
        });
    }

    @Override
    public void createBackup() {
        openSettings(true);
        panel.ifPresent(BackupPanel::createBackup);
    }

    @Override
    public void about() {
        new AboutDialog(window, new Texts(desk.locale(settings)), desk.version()).setVisible(true);
    }

    private void changeSettings(Settings changed) {
        Settings before = settings;
        settings = changed;
        background.run(
                () -> {
                    saveSettings();
                    return desk.application(changed);
                },
                opened -> {
                    application = opened;
                    apply(before, changed);
                },
                this::showProblem);
    }

    /** Whichever of two changes in quick succession is saved last, what is saved is the newest. */
    private synchronized void saveSettings() throws UserFileException {
        desk.settingsFile().save(settings);
    }

    private void apply(Settings before, Settings changed) {
        if (changed.theme() != before.theme()) {
            looks.change(changed.theme());
        }
        if (changed.language() != before.language()) {
            speakAnew();
        } else if (!changed.backupFolder().equals(before.backupFolder())) {
            reopenSettings("general");
        } else if (!changed.provider().equals(before.provider())) {
            reopenSettings("providers");
        }
        refreshProtection();
    }

    /** Everything is made anew; whoever would rather go on editing has the other language at the next start. */
    private void speakAnew() {
        if (window.settleEdits(window)) {
            Looks.speak(desk.locale(settings));
            MainWindow old = window;
            old.rememberPlace();
            openWindow();
            reopenSettings("general");
            old.dispose();
        }
    }

    /** The old ones go last: whoever goes gives the focus away, and the new ones shall keep it. */
    private void reopenSettings(String page) {
        Optional<SettingsDialog> old = dialog;
        dialog = Optional.of(newSettingsDialog());
        dialog.get().open(page);
        old.ifPresent(Window::dispose);
    }

    @Override
    public void quit() {
        close();
        background.run(
                () -> {
                    jobs.close();
                    ready.presence().close();
                    return true;
                },
                closed -> ended.run(),
                failure -> ended.run());
    }

    private void close() {
        housekeeping.stop();
        ageing.stop();
        dialog.ifPresent(Window::dispose);
        window.dispose();
    }
}
