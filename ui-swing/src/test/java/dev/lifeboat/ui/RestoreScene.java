package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.SchemaVersion;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * A real database with the real provider, an application around it, and hands for its windows. Its service refuses to
 * be called on the event dispatch thread.
 */
final class RestoreScene implements AutoCloseable {
    private static final Timeout PATIENCE = Timeout.timeout(30, TimeUnit.SECONDS);
    private static final SchemaVersion SUPPORTED = new SchemaVersion("6", SchemaVersion.USER_VERSION);

    final BackupConfiguration configuration;
    final BackupService real;
    final BackupService service;
    final RecordingHost host = new RecordingHost();
    final Background background = new Background();
    final Robot robot;
    final SqliteShell sql;
    private final List<String> callsOnEventThread = new CopyOnWriteArrayList<>();
    private final LookAndFeel before;
    private JFrame owner;

    /** A database whose only row says "old", and nothing on the screen. */
    RestoreScene(Path folder) throws Exception {
        Path database = folder.resolve("application.db");
        sql = new SqliteShell(database);
        sql.run("PRAGMA user_version = 5; CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('old');");
        configuration = BackupConfiguration.of(database)
                .withSchema(SUPPORTED, query -> Optional.empty())
                .withBusyTimeout(Duration.ofMillis(100));
        real = BackupProviders.installed().byId("sqlite").open(configuration);
        service = offEventThread(real);

        FailOnThreadViolationRepaintManager.install();
        robot = BasicRobot.robotWithNewAwtHierarchy();
        before = GuiActionRunner.execute(() -> {
            LookAndFeel old = UIManager.getLookAndFeel();
            FlatLightLaf.setup();
            return old;
        });
    }

    /** The same service that also says "no" to one method, with this failure. */
    BackupService failing(String method, Exception failure) {
        return proxy((name, call) -> {
            if (name.equals(method)) {
                throw failure;
            }
            return call.run(service);
        });
    }

    /** Makes a backup. */
    Backup backup() throws BackupException {
        return real.create(CreateRequest.manual("test"), ProgressListener.NONE);
    }

    /** Overwrites the beginning of a file with zeros, as a failing disk does. */
    static void destroy(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(new byte[(int) Math.min(10 * 1024, open.length())]);
        }
    }

    /** Changes the only row. */
    void change(String text) throws IOException {
        sql.run("UPDATE note SET text = '" + text + "'");
    }

    /** What the only row says. */
    String text() throws IOException {
        return sql.run("SELECT text FROM note");
    }

    /** A window that the flow belongs to. */
    JFrame owner() {
        if (owner == null) {
            owner = GuiActionRunner.execute(() -> {
                JFrame frame = new JFrame("Test Application");
                frame.setSize(900, 700);
                return frame;
            });
            show(owner);
        }
        return owner;
    }

    /** Shows a window and waits until it is there. */
    void show(Window window) {
        robot.showWindow(window, null, false);
    }

    /** The dialog of this name, once it is there. */
    DialogFixture dialog(String name) {
        DialogFixture dialog =
                WindowFinder.findDialog(name).withTimeout(30, TimeUnit.SECONDS).using(robot);
        robot.waitForIdle();
        return dialog;
    }

    /** Presses a key while Alt is down, in whatever has the focus. */
    void pressWithAlt(int key) {
        robot.pressKeyWhileRunning(KeyEvent.VK_ALT, () -> robot.pressAndReleaseKeys(key));
    }

    /** Waits until something is true. */
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

    /** Waits until all that was begun has been answered, and nothing is asked of anybody. */
    void untilQuiet() {
        until("everything answered", () -> !background.isBusy() && dialogs().isEmpty());
        robot.waitForIdle();
    }

    /** Names of the dialogs on the screen. */
    List<String> dialogs() {
        return GuiActionRunner.execute(() -> Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof Dialog && window.isShowing())
                .map(Window::getName)
                .toList());
    }

    /** Closes everything; fails when the service was called on the event dispatch thread. */
    @Override
    public void close() throws Exception {
        host.mayRelease.countDown();
        host.mayRestart.countDown();
        robot.cleanUp();
        background.close();
        FailOnThreadViolationRepaintManager.uninstall();
        GuiActionRunner.execute(() -> UIManager.setLookAndFeel(before));
        assertThat(callsOnEventThread).isEmpty();
    }

    private interface Call {
        Object run(BackupService target) throws Throwable;
    }

    private interface Answer {
        Object to(String method, Call call) throws Throwable;
    }

    private BackupService offEventThread(BackupService target) {
        return proxy((name, call) -> {
            // What a service was opened for is a plain value.
            if (EventQueue.isDispatchThread() && !name.equals("configuration")) {
                callsOnEventThread.add(name);
                throw new AssertionError(name + " was called on the event dispatch thread");
            }
            return call.run(target);
        });
    }

    private static BackupService proxy(Answer answer) {
        Object made = Proxy.newProxyInstance(
                BackupService.class.getClassLoader(),
                new Class<?>[] {BackupService.class},
                (self, method, arguments) -> answer.to(method.getName(), target -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
        return (BackupService) made;
    }
}
