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
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every window: letters that choose one thing, names for everything, and no words that are cut. */
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
                assertDistinct(all(window).stream()
                        .filter(part -> !(part instanceof AbstractButton button) || isOutsideOfMenus(button))
                        .toList());
            }
            for (Component part : all(scene.frame())) {
                if (part instanceof JMenu menu) {
                    assertDistinct(List.of(menu.getMenuComponents()));
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

    private static void assertDistinct(List<? extends Component> parts) {
        Map<Integer, String> taken = new HashMap<>();
        for (Component part : parts) {
            int mnemonic = part instanceof AbstractButton button ? button.getMnemonic() : 0;
            mnemonic = part instanceof JLabel label ? label.getDisplayedMnemonic() : mnemonic;
            if (mnemonic != 0 && part.isVisible()) {
                String name = part.getName() + " "
                        + ((JComponent) part).getAccessibleContext().getAccessibleName();
                assertThat(taken.put(mnemonic, name)).as(name).isNull();
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
