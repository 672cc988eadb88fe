package dev.lifeboat.ui;

import static dev.lifeboat.ui.PanelScene.onEventThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.JPopupMenu;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The panel without a mouse, and for a screen reader; and the timeline, which has the mouse only. */
@Timeout(120)
class BackupPanelKeysIT {
    @TempDir
    private Path folder;

    private PanelScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new PanelScene(folder);
    }

    @AfterEach
    void cleanUp() throws Exception {
        scene.close();
    }

    @Test
    void aBackupIsMadeAndOldOnesCleanedUpWithKeysOnly() throws Exception {
        Backup old = scene.made(Duration.ofDays(40), BackupKind.AUTOMATIC);
        scene.open(Locale.ENGLISH);

        scene.press(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        scene.untilMessage("Backup created: ");
        scene.until("two rows", () -> scene.names().size() == 2);
        scene.press(KeyEvent.VK_ALT, KeyEvent.VK_U);
        DialogFixture question = scene.dialog("clean-up");
        scene.press(KeyEvent.VK_ALT, KeyEvent.VK_D);
        scene.untilMessage("1 backup was deleted");

        scene.until("one row", () -> scene.names().size() == 1);
        question.requireNotVisible();
        assertThat(old.path()).doesNotExist();
    }

    @Test
    void f5ReadsTheFolderAnew() throws Exception {
        scene.made(Duration.ofHours(1), BackupKind.MANUAL);
        scene.open(Locale.ENGLISH);
        Files.writeString(scene.folder.resolve("holiday.db"), "a picture");

        scene.robot.pressAndReleaseKeys(KeyEvent.VK_F5);

        scene.until("listed", () -> scene.names().contains("holiday.db"));
    }

    @Test
    void tabLeavesTheTable() throws Exception {
        Backup backup = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
        scene.open(Locale.ENGLISH);
        scene.select(backup.name());
        scene.until("focus in the table", () -> scene.table.isFocusOwner());

        scene.robot.pressAndReleaseKeys(KeyEvent.VK_TAB);

        scene.until("focus on the first button", () -> focusOwner().equals("restore"));
    }

    @Test
    void shiftF10OpensTheMenuOfTheSelectedRow() throws Exception {
        Backup backup = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
        scene.open(Locale.ENGLISH);
        scene.select(backup.name());

        scene.press(KeyEvent.VK_SHIFT, KeyEvent.VK_F10);

        JPopupMenu menu = scene.robot.findActivePopupMenu();
        assertThat(onEventThread(() -> names(menu)))
                .containsExactly(
                        "menu-restore",
                        "menu-verify",
                        "menu-delete",
                        "menu-edit-note",
                        "menu-copy",
                        "menu-clean-up",
                        "menu-open-folder",
                        "menu-reload");
        scene.robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    @Test
    void aClickOnAHeadingSorts() throws Exception {
        Backup older = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
        Backup newer = scene.made(Duration.ofHours(1), BackupKind.AUTOMATIC);
        scene.open(Locale.ENGLISH);
        List<String> before = scene.names();

        scene.window.table("backups").tableHeader().clickColumn(0);

        assertThat(before).containsExactly(newer.name(), older.name());
        assertThat(scene.names()).containsExactly(older.name(), newer.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noKeyIsThereTwiceAndEveryButtonHasOne(String language) throws Exception {
        scene.made(Duration.ofHours(1), BackupKind.MANUAL);
        scene.open(Locale.forLanguageTag(language));

        List<AbstractButton> buttons = buttons();

        assertThat(buttons)
                .extracting(AbstractButton::getMnemonic)
                .doesNotHaveDuplicates()
                .doesNotContain(0);
        assertThat(buttons).allMatch(button -> button.getText() != null && button.getToolTipText() != null);
    }

    @Test
    void aMarkOfTheTimelineSelectsItsBackup() throws Exception {
        Backup oldest = scene.made(Duration.ofDays(10), BackupKind.MANUAL);
        scene.made(Duration.ofDays(5), BackupKind.PRE_MIGRATION);
        scene.made(Duration.ofHours(1), BackupKind.AUTOMATIC);
        scene.open(Locale.ENGLISH);
        Timeline timeline = scene.robot.finder().findByName("timeline", Timeline.class);
        TimelineMarks.Mark mark = onEventThread(() -> timeline.marks().marks().get(0));

        scene.robot.click(
                timeline,
                new Point((int) mark.bounds().getCenterX(), (int) mark.bounds().getCenterY()),
                MouseButton.LEFT_BUTTON,
                1);

        scene.until("selected", () -> scene.selected().equals(List.of(oldest.name())));
        assertThat(onEventThread(() -> timeline.getAccessibleContext().getAccessibleDescription()))
                .startsWith("3 backups from ")
                .endsWith("None is damaged.");
    }

    @Test
    void aScreenReaderHearsOfTheOutcome() throws Exception {
        scene.open(Locale.GERMAN);
        JTextComponent message = scene.robot.finder().findByName("message", JTextComponent.class, false);
        List<Object> heard = new CopyOnWriteArrayList<>();
        onEventThread(() -> {
            message.getAccessibleContext().addPropertyChangeListener(event -> heard.add(event.getNewValue()));
            return null;
        });

        scene.click("create");
        scene.untilMessage("Sicherung erstellt: ");

        assertThat(heard).contains(scene.message());
    }

    private List<AbstractButton> buttons() {
        return scene
                .robot
                .finder()
                .findAll(
                        scene.panel,
                        component -> component instanceof AbstractButton button
                                && button.getText() != null
                                && !button.getText().isEmpty())
                .stream()
                .map(AbstractButton.class::cast)
                .toList();
    }

    private static List<String> names(JPopupMenu menu) {
        return List.of(menu.getComponents()).stream()
                .map(Component::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String focusOwner() {
        return onEventThread(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }
}
