package dev.lifeboat.jobmatch.window;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.JobOffer;
import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferScoring;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.ui.Background;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;

/** A main window over a real database, and a person before it. */
public final class Scene implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final int PATIENCE_MILLIS = 20_000;

    private final Path folder;
    private final JobDatabase jobs;
    private final Background background = new Background();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Robot robot;
    private FrameFixture window;

    private Scene(Path folder, JobDatabase jobs, Robot robot) {
        this.folder = folder;
        this.jobs = jobs;
        this.robot = robot;
    }

    /** A scene before its window is opened, with these offers. */
    public static Scene with(Path folder, JobOffer... offers) throws IOException, SQLException {
        FailOnThreadViolationRepaintManager.install();
        GuiActionRunner.execute(() -> FlatLightLaf.setup());
        JobDatabase jobs = Schema.newest(folder.resolve("jobs.db"));
        jobs.inTransaction(connection ->
                new OfferScoring(connection).score(new JobOfferStore(connection).addAll(List.of(offers))));
        return new Scene(folder, jobs, BasicRobot.robotWithNewAwtHierarchy());
    }

    /** Opens the window, and waits until it has read. */
    public Scene open(Locale locale) {
        WindowMemory memory = WindowMemory.load(folder.resolve("settings"), background);
        MainWindow opened =
                GuiActionRunner.execute(() -> new MainWindow(jobs, background, CLOCK, locale, memory, new Around()));
        window = new FrameFixture(robot, opened);
        robot.showWindow(opened, opened.getSize(), false);
        settled();
        return this;
    }

    /** Closes the window, and waits until nothing is left to do. */
    public void closeWindow() {
        GuiActionRunner.execute(() -> window.target().dispose());
        settled();
    }

    public FrameFixture window() {
        return window;
    }

    public MainWindow frame() {
        return (MainWindow) window.target();
    }

    public JobDatabase jobs() {
        return jobs;
    }

    public Robot robot() {
        return robot;
    }

    /** What the window asked of the application around it. */
    public List<String> asked() {
        return asked;
    }

    /** The stored offers in the order they were added. */
    public List<JobOffer> stored() throws SQLException {
        return jobs.with(connection -> new JobOfferStore(connection).after(0, 1000));
    }

    /** The titles in the table, from above. */
    public List<String> titles() {
        return GuiActionRunner.execute(() -> {
            JTable table = (JTable) robot.finder().findByName(frame(), "offers", false);
            List<String> titles = new ArrayList<>();
            for (int row = 0; row < table.getRowCount(); row++) {
                Component cell = table.prepareRenderer(table.getCellRenderer(row, 1), row, 1);
                titles.add(cell.getAccessibleContext().getAccessibleName());
            }
            return titles;
        });
    }

    /** Waits until the table shows exactly these. */
    public void awaitTitles(String... expected) {
        await("titles " + List.of(expected), () -> titles().equals(List.of(expected)));
    }

    /** Waits until something holds; it is looked at on this thread. */
    public void await(String what, BooleanSupplier holds) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return holds.getAsBoolean();
                    }
                },
                PATIENCE_MILLIS);
    }

    /** Waits until nothing is running. */
    public void settled() {
        robot.waitForIdle();
        await("work to end", () -> !background.isBusy());
        robot.waitForIdle();
    }

    /** Waits for the dialog of this name. */
    public DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(PATIENCE_MILLIS).using(robot);
    }

    /** Whether a dialog of this name can be seen. */
    public boolean shows(String name) {
        return GuiActionRunner.execute(() ->
                List.of(Window.getWindows()).stream().anyMatch(one -> one.isShowing() && name.equals(one.getName())));
    }

    /** Chooses from the menu bar without waiting for what it opens. */
    public void choose(String item) {
        JMenuItem found = GuiActionRunner.execute(() -> item(frame().getJMenuBar(), item));
        EventQueue.invokeLater(found::doClick);
    }

    /** Chooses this file in the file chooser that opens. */
    public void chooseFile(String chooser, Path file) {
        GenericTypeMatcher<JFileChooser> wanted = new GenericTypeMatcher<>(JFileChooser.class, true) {
            @Override
            protected boolean isMatching(JFileChooser one) {
                return chooser.equals(one.getName());
            }
        };
        await(chooser, () -> !robot.finder().findAll(wanted).isEmpty());
        JFileChooser found = robot.finder().find(wanted);
        File chosen = file.toFile();
        EventQueue.invokeLater(() -> {
            found.setSelectedFile(chosen);
            found.approveSelection();
        });
    }

    /** Chooses from a list by its index. */
    public void pick(Container in, String name, int index) {
        JComboBox<?> list = (JComboBox<?>) robot.finder().findByName(in, name, true);
        GuiActionRunner.execute(() -> list.setSelectedIndex(index));
        robot.waitForIdle();
    }

    /** The text of the text component of this name. */
    public String text(Container in, String name) {
        return GuiActionRunner.execute((Callable<String>) () -> {
            JComponent found = (JComponent) robot.finder().findByName(in, name, false);
            return ((JTextComponent) found).getText();
        });
    }

    /** Waits for what is still being written into folders that are about to be deleted. */
    static void finish(Background background) {
        try {
            if (!background.finish(Duration.ofMillis(PATIENCE_MILLIS))) {
                throw new AssertionError("something is still running in the background");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        if (window != null) {
            closeWindow();
        }
        robot.cleanUp();
        finish(background);
        jobs.close();
    }

    private static JMenuItem item(Container menu, String name) {
        Component[] parts = menu instanceof JMenu one ? one.getMenuComponents() : menu.getComponents();
        for (Component part : parts) {
            if (name.equals(part.getName())) {
                return (JMenuItem) part;
            }
            if (part instanceof JMenu inner) {
                JMenuItem found = item(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private final class Around implements MainWindow.Outside {
        @Override
        public void openSettings(boolean backups) {
            asked.add(backups ? "backup settings" : "settings");
        }

        @Override
        public void createBackup() {
            asked.add("backup");
        }

        @Override
        public void about() {
            asked.add("about");
        }

        @Override
        public void quit() {
            asked.add("quit");
        }
    }
}
