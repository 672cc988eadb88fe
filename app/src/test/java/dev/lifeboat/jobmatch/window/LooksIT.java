package dev.lifeboat.jobmatch.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.jobmatch.jobs.Samples;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.awt.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every window: letters that choose one thing, names for everything, and no words that are cut. */
@Isolated("there is one screen, and windows depend on when what happens")
class LooksIT {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void set() throws Exception {
        scene = Scene.with(folder, Samples.offer());
    }

    @AfterEach
    void strike() throws Exception {
        scene.close();
        GuiActionRunner.execute(() -> {
            UIManager.put("defaultFont", null);
            FlatLightLaf.setup();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noMnemonicIsThereTwiceInOneWindowOrMenu(String locale) {
        scene.open(Locale.forLanguageTag(locale));
        openAll();

        GuiActionRunner.execute(() -> {
            for (Window window : windows()) {
                onEveryPage(
                        window,
                        () -> assertDistinct(keys(all(window).stream()
                                .filter(part -> part.isShowing())
                                .filter(part -> !(part instanceof AbstractButton button) || isOutsideOfMenus(button))
                                .toList())));
            }
            for (Component part : all(scene.frame())) {
                if (part instanceof JMenu menu) {
                    assertDistinct(keys(List.of(menu.getMenuComponents())));
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyInputAndMenuEntryCanBeReachedByAKey(String locale) {
        scene.open(Locale.forLanguageTag(locale));
        openAll();

        GuiActionRunner.execute(() -> {
            for (Window window : windows()) {
                for (Component part : all(window)) {
                    boolean namesAnInput =
                            part instanceof JLabel label && label.getLabelFor() != null && isInput(label.getLabelFor());
                    if (namesAnInput || part instanceof JMenuItem) {
                        assertThat(key(part)).as(describe(part)).isNotZero();
                    }
                    if (part instanceof JMenu menu) {
                        assertThat(keys(List.of(menu.getMenuComponents())).values())
                                .as(describe(menu))
                                .doesNotContain(0);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everythingThatTakesTheFocusHasANameForScreenReaders(String locale) {
        scene.open(Locale.forLanguageTag(locale));
        openAll();

        GuiActionRunner.execute(() -> {
            for (Window window : windows()) {
                for (Component part : all(window)) {
                    boolean isInput = part instanceof JTextField || part instanceof JTable || part instanceof JComboBox;
                    if (isInput && part.isShowing() && part.getName() != null) {
                        assertThat(part.getAccessibleContext().getAccessibleName())
                                .as(part.getName())
                                .isNotBlank();
                    }
                }
            }
        });
    }

    @Test
    void germanAtTwiceTheSizeIsNotCut() {
        GuiActionRunner.execute(() -> {
            Font font = UIManager.getFont("defaultFont");
            UIManager.put("defaultFont", font.deriveFont(font.getSize2D() * 2));
            FlatLightLaf.setup();
        });
        scene.open(Locale.GERMANY);
        openAll();

        List<String> cut = GuiActionRunner.execute(() -> {
            List<String> found = new ArrayList<>();
            for (Window window : windows()) {
                for (Component part : all(window)) {
                    boolean isText = part instanceof JLabel || part instanceof AbstractButton;
                    if (isText && part.isShowing() && part.getName() == null == part instanceof JLabel) {
                        collect(part, found);
                    }
                }
            }
            return found;
        });
        assertThat(cut).isEmpty();
    }

    private static void collect(Component part, List<String> found) {
        boolean isPartOfBar = part.getParent() instanceof JScrollBar;
        if (!isPartOfBar && part.getWidth() < part.getPreferredSize().width) {
            found.add(part.getName() + " " + part.getAccessibleContext().getAccessibleName());
        }
    }

    private void openAll() {
        scene.choose("menu-edit-offer");
        scene.dialog("offer-editor");
        scene.choose("menu-profile");
        scene.dialog("profile-dialog");
        scene.settled();
    }

    private static List<Window> windows() {
        return List.of(Window.getWindows()).stream()
                .filter(Component::isShowing)
                .toList();
    }

    private static boolean isOutsideOfMenus(AbstractButton button) {
        return !(button instanceof JMenuItem) || button instanceof JMenu menu && menu.isTopLevelMenu();
    }

    private static void assertDistinct(Map<String, Integer> keys) {
        assertThat(keys.values().stream().filter(key -> key != 0))
                .as(keys.toString())
                .doesNotHaveDuplicates();
    }

    /** What can be reached by a key, with that key or 0. */
    private static Map<String, Integer> keys(List<? extends Component> parts) {
        Map<String, Integer> keys = new HashMap<>();
        for (Component part : parts) {
            if (part instanceof AbstractButton || part instanceof JLabel) {
                keys.put(describe(part), key(part));
            } else if (part instanceof JTabbedPane pages) {
                IntStream.range(0, pages.getTabCount())
                        .forEach(page -> keys.put("page " + pages.getTitleAt(page), pages.getMnemonicAt(page)));
            }
        }
        return keys;
    }

    private static int key(Component part) {
        return part instanceof JLabel label ? label.getDisplayedMnemonic() : ((AbstractButton) part).getMnemonic();
    }

    private static boolean isInput(Component part) {
        return part instanceof JTextComponent text && text.isEditable()
                || part instanceof JComboBox
                || part instanceof JSlider;
    }

    private static String describe(Component part) {
        return part.getName() + " " + ((JComponent) part).getAccessibleContext().getAccessibleName() + " @"
                + System.identityHashCode(part);
    }

    private static void onEveryPage(Window window, Runnable check) {
        List<JTabbedPane> tabs = all(window).stream()
                .filter(JTabbedPane.class::isInstance)
                .map(JTabbedPane.class::cast)
                .toList();
        if (tabs.isEmpty()) {
            check.run();
        }
        for (JTabbedPane pages : tabs) {
            for (int page = 0; page < pages.getTabCount(); page++) {
                pages.setSelectedIndex(page);
                check.run();
            }
        }
    }

    private static List<Component> all(Container container) {
        List<Component> parts = new ArrayList<>();
        for (Component part : container.getComponents()) {
            parts.add(part);
            if (part instanceof Container inner) {
                parts.addAll(all(inner));
            }
        }
        return parts;
    }
}
