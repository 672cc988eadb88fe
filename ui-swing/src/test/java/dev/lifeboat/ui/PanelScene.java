package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JProgressBar;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
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
 * A backup panel in a window, over a real database and the real provider. Its service refuses to be called on the event
 * dispatch thread, and can be held in the middle of an operation.
 */
final class PanelScene implements AutoCloseable {
    private static final Timeout PATIENCE = Timeout.timeout(30, TimeUnit.SECONDS);

    final Path folder;
    final SqliteShell sql;
    final BackupService real;
    final Robot robot;
    FrameFixture window;
    BackupPanel panel;
    BackupTable table;
    private final Background background = new Background();
    private final List<String> callsOnEventThread = new CopyOnWriteArrayList<>();
    private final LookAndFeel before;
    private volatile CountDownLatch mayGoOn = new CountDownLatch(0);
    private volatile boolean seesNothingRun;

    PanelScene(Path folder) throws Exception {
        sql = new SqliteShell(folder.resolve("application.db"));
        sql.run("PRAGMA user_version = 5; CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('mine');");
        this.folder = folder.resolve("backups");
        real = service(Clock.systemDefaultZone());
        FailOnThreadViolationRepaintManager.install();
        robot = BasicRobot.robotWithNewAwtHierarchy();
        before = GuiActionRunner.execute(() -> {
            LookAndFeel old = UIManager.getLookAndFeel();
            FlatLightLaf.setup();
            return old;
        });
    }

    /** Makes a backup that is this old. */
    Backup made(Duration ago, BackupKind kind) throws BackupException {
        Clock then = Clock.offset(Clock.systemDefaultZone(), ago.negated());
        return service(then).create(new CreateRequest(kind, "test", ""), ProgressListener.NONE);
    }

    /** Opens the window and waits until the panel shows what there is. */
    void open(Locale locale) {
        JFrame frame = GuiActionRunner.execute(() -> {
            JFrame made = new JFrame("Backups");
            panel = new BackupPanel(guarded(), new PlainHost(), background, locale);
            made.add(panel);
            table = robot.finder().findByName(panel, "backups", BackupTable.class, false);
            made.setSize(1000, 700);
            return made;
        });
        window = new FrameFixture(robot, frame);
        window.show();
        until("the backups read", () -> !banner().endsWith("…") && !background.isBusy());
        robot.waitForIdle();
    }

    /** The next operation gets stuck in its first progress until it may go on. */
    void hold() {
        mayGoOn = new CountDownLatch(1);
    }

    void goOn() {
        mayGoOn.countDown();
    }

    /** Operations elsewhere are overlooked, as those are that began this very moment. */
    void overlookWhatRuns() {
        seesNothingRun = true;
    }

    /** Makes a backup elsewhere, which lasts as long as the answer is open. */
    AutoCloseable creatingElsewhere() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                real.create(CreateRequest.manual("elsewhere"), progress -> {
                    begun.countDown();
                    await(mayEnd);
                });
            } catch (BackupException failed) {
                throw new AssertionError(failed);
            }
        });
        other.start();
        begun.await();
        return () -> {
            mayEnd.countDown();
            other.join();
        };
    }

    /** The names in the table, from top to bottom. */
    List<String> names() {
        return onEventThread(() -> IntStream.range(0, table.getRowCount())
                .mapToObj(row -> table.backupAt(row).name())
                .toList());
    }

    List<String> selected() {
        return onEventThread(() -> table.selected().stream().map(Backup::name).toList());
    }

    void select(String name) {
        GuiActionRunner.execute(() -> {
            table.select(name);
            table.requestFocusInWindow();
        });
        robot.waitForIdle();
    }

    String banner() {
        return window.textBox("banner").text();
    }

    String message() {
        return onEventThread(() -> robot.finder()
                .findByName("message", JTextComponent.class, false)
                .getText());
    }

    void untilProgressShows() {
        JProgressBar bar = robot.finder().findByName("progress", JProgressBar.class, false);
        until("progress", bar::isShowing);
        robot.waitForIdle();
    }

    void untilMessage(String part) {
        until("the message " + part, () -> message().contains(part));
        robot.waitForIdle();
    }

    void click(String button) {
        until(button + " enabled", () -> window.button(button).isEnabled());
        window.button(button).click();
    }

    DialogFixture dialog(String name) {
        DialogFixture dialog =
                WindowFinder.findDialog(name).withTimeout(30, TimeUnit.SECONDS).using(robot);
        robot.waitForIdle();
        return dialog;
    }

    void untilNoDialog() {
        until(
                "no dialog",
                () -> onEventThread(() -> Arrays.stream(Window.getWindows())
                        .noneMatch(shown -> shown instanceof JDialog && shown.isShowing())));
        robot.waitForIdle();
    }

    /** Presses a key while another is down, in whatever has the focus. */
    void press(int modifier, int key) {
        robot.pressKeyWhileRunning(modifier, () -> robot.pressAndReleaseKeys(key));
        robot.waitForIdle();
    }

    void until(String what, BooleanSupplier condition) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return condition.getAsBoolean();
                    }
                },
                PATIENCE);
    }

    static <T> T onEventThread(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    /** Closes everything; fails when the service was called on the event dispatch thread. */
    @Override
    public void close() throws Exception {
        goOn();
        robot.cleanUp();
        background.close();
        FailOnThreadViolationRepaintManager.uninstall();
        GuiActionRunner.execute(() -> UIManager.setLookAndFeel(before));
        assertThat(callsOnEventThread).isEmpty();
    }

    private BackupService service(Clock clock) throws BackupException {
        return BackupProviders.installed()
                .byId("sqlite")
                .open(BackupConfiguration.of(sql.database()).withClock(clock));
    }

    private BackupService guarded() {
        return (BackupService) Proxy.newProxyInstance(
                BackupService.class.getClassLoader(),
                new Class<?>[] {BackupService.class},
                (self, method, arguments) -> {
                    if (EventQueue.isDispatchThread()) {
                        callsOnEventThread.add(method.getName());
                        throw new AssertionError(method.getName() + " was called on the event dispatch thread");
                    }
                    try {
                        return seen(method.invoke(real, holding(arguments)));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Object seen(Object result) {
        return seesNothingRun && result instanceof BackupStatus status
                ? new BackupStatus(
                        Optional.empty(), status.lastBackup(), status.databaseSizeBytes(), status.freeBytes())
                : result;
    }

    private Object[] holding(Object[] arguments) {
        return arguments == null
                ? null
                : Arrays.stream(arguments)
                        .map(argument -> argument instanceof ProgressListener listener ? new Held(listener) : argument)
                        .toArray();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Held implements ProgressListener {
        private final ProgressListener listener;

        private Held(ProgressListener listener) {
            this.listener = listener;
        }

        @Override
        public void onProgress(Progress progress) {
            listener.onProgress(progress);
            await(mayGoOn);
        }

        @Override
        public boolean isCancelled() {
            return listener.isCancelled();
        }
    }
}
