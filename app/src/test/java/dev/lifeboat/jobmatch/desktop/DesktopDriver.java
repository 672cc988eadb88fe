package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.SettingsFile;
import dev.lifeboat.jobmatch.settings.UserFolders;
import dev.lifeboat.jobmatch.start.StartState;
import dev.lifeboat.migration.FlywaySchemaVersionReader;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * The application of a user whose folders are all below one folder, with its real start, real files and real windows.
 * Only a restart stays in this process: it ends the windows and starts anew.
 */
final class DesktopDriver implements AutoCloseable {
    private static final Timeout PATIENCE = Timeout.timeout(30, TimeUnit.SECONDS);

    private final OffTheEventThread guard = new OffTheEventThread();
    private final AtomicInteger restarts = new AtomicInteger();
    private final UserFolders folders;
    private final Robot robot;
    private final Locale localeBefore = Locale.getDefault();
    private Locale locale = Locale.US;
    private Clock clock = Clock.systemDefaultZone();
    private volatile HostPresence presence;
    private volatile boolean elsewhere;
    private volatile boolean started;
    private volatile CompletableFuture<StartState> end = new CompletableFuture<>();

    DesktopDriver(Path home) {
        FailOnThreadViolationRepaintManager.install();
        folders = new UserFolders(home.resolve("data"), home.resolve("settings"), home.resolve("state"));
        robot = SteadyRobot.around(BasicRobot.robotWithNewAwtHierarchy());
        robot.settings().delayBetweenEvents(20);
    }

    DesktopDriver speaking(Locale language) {
        locale = language;
        return this;
    }

    /** The application finds these providers, and not those of the module path. */
    DesktopDriver installing(BackupProviders providers) {
        guard.install(providers);
        return this;
    }

    Path database() {
        return folders.database();
    }

    Path backups() {
        return folders.data().resolve("backups");
    }

    SettingsFile settingsFile() {
        return new SettingsFile(folders.settings());
    }

    void settings(Settings settings) throws Exception {
        settingsFile().save(settings);
    }

    /** Makes the newest database with offers of these titles, which nobody backs up by itself. */
    DesktopDriver withOffers(String... titles) throws Exception {
        Files.createDirectories(database().getParent());
        Schema.newest(database()).close();
        for (String title : titles) {
            addOffer(title);
        }
        settings(Settings.DEFAULT.withAutomaticBackupDays(0));
        return this;
    }

    /** Writes an offer into the database, as another program does. */
    void addOffer(String title) throws Exception {
        Schema.execute(
                database(),
                "INSERT INTO job_offers (title, company, full_text, status) VALUES ('%s', 'Yard', 'Text.', 'NEW')"
                        .formatted(title));
    }

    Robot robot() {
        return robot;
    }

    /** Presses a key together with Ctrl. The robot's own way knows only masks that AWT has given up. */
    void pressWithControl(int key) {
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(KeyEvent.VK_CONTROL);
    }

    /** How often the application has started itself anew. */
    int restarts() {
        return restarts.get();
    }

    /** The backups of the application's database, as somebody beside it sees them. */
    BackupService service() throws BackupException {
        return service(clock);
    }

    BackupService service(Clock at) throws BackupException {
        BackupConfiguration configuration = BackupConfiguration.of(database())
                .withSchemaVersionReader(new FlywaySchemaVersionReader())
                .withClock(at);
        return BackupProviders.installed().forDatabase(database()).open(configuration);
    }

    /** Starts the application; its windows appear when they are ready. */
    void start() {
        Desk.Order order =
                new Desk.Order(Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty());
        Desk desk = new Desk(
                folders,
                order,
                Optional.empty(),
                guard::providers,
                clock,
                locale,
                "1.0-test",
                List.of(),
                this::claim,
                this::startAnew);
        CompletableFuture<StartState> ended = new CompletableFuture<>();
        end = ended;
        started = true;
        Thread main = new Thread(
                () -> {
                    try {
                        ended.complete(new DesktopStart(desk).run());
                    } catch (InterruptedException | RuntimeException died) {
                        ended.completeExceptionally(died);
                    }
                },
                "main of the application");
        main.setDaemon(true);
        main.start();
    }

    /** As if another process were the application: a lock of this process would let it in. */
    DesktopDriver runningElsewhere() {
        elsewhere = true;
        return this;
    }

    private HostPresence claim(BackupService service) throws BackupException {
        if (elsewhere) {
            throw new BackupException(
                    BackupError.DATABASE_BUSY,
                    Message.of("error.application-running", database().toString()),
                    database());
        }
        HostPresence claimed = service.holdPresence();
        presence = claimed;
        return claimed;
    }

    /** As a new process: the old one's windows and locks are gone when it begins. */
    private void startAnew() throws InterruptedException {
        restarts.incrementAndGet();
        try {
            EventQueue.invokeAndWait(DesktopDriver::disposeAll);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        }
        presence.close();
        start();
    }

    FrameFixture mainWindow() {
        return frame("main-window");
    }

    FrameFixture frame(String name) {
        FrameFixture frame =
                WindowFinder.findFrame(name).withTimeout(PATIENCE.duration()).using(robot);
        awaitReady(frame.target());
        return frame;
    }

    DialogFixture dialog(String name) {
        DialogFixture dialog =
                WindowFinder.findDialog(name).withTimeout(PATIENCE.duration()).using(robot);
        awaitReady(dialog.target());
        return dialog;
    }

    /** Until the window manager is done with it, a window may move away from under the pointer; or it is gone. */
    private void awaitReady(Window window) {
        await(
                window.getName() + " or a window over it is active",
                () -> GuiActionRunner.execute(() -> {
                    Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getActiveWindow();
                    while (active != null && active != window) {
                        active = active.getOwner();
                    }
                    return active == window || !window.isShowing();
                }));
    }

    /** What the text component of this name says, wherever it is in the window; empty if there is none. */
    String text(Window window, String name) {
        return GuiActionRunner.execute(() -> robot.finder().findAll(window, one -> name.equals(one.getName())).stream()
                .map(one -> ((JTextComponent) one).getText())
                .findFirst()
                .orElse(""));
    }

    /** Waits until something is so; fails with these words when it never is. */
    void await(String what, BooleanSupplier so) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return so.getAsBoolean();
                    }
                },
                PATIENCE);
    }

    /** How the application ended. */
    StartState ended() throws Exception {
        return end.get(PATIENCE.duration(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws Exception {
        // Not waited for: whatever is asked then is never answered.
        EventQueue.invokeLater(DesktopDriver::closeAll);
        boolean ended = !started || hasEnded();
        EventQueue.invokeAndWait(DesktopDriver::disposeAll);
        robot.cleanUp();
        HostPresence held = presence;
        if (held != null) {
            held.close();
        }
        Locale.setDefault(localeBefore);
        assertThat(ended).as("the application ends when it is closed").isTrue();
        assertThat(guard.violations()).as("calls on the event dispatch thread").isEmpty();
    }

    private boolean hasEnded() throws Exception {
        try {
            ended();
            return true;
        } catch (TimeoutException stillOpen) {
            return false;
        }
    }

    /** As a person does who is done; what is asked meanwhile is not answered. */
    private static void closeAll() {
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog) {
                window.dispose();
            }
        }
        for (Window window : Window.getWindows()) {
            if (window instanceof Frame && window.isShowing()) {
                window.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
            }
        }
    }

    private static void disposeAll() {
        for (Window window : Window.getWindows()) {
            window.dispose();
        }
    }
}
