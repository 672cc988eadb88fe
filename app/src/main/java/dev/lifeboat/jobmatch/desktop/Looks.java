package dev.lifeboat.jobmatch.desktop;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.jobmatch.settings.Theme;
import dev.lifeboat.ui.Background;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** How all windows look: light, dark, or as the system's own; and in which language Swing's own dialogs speak. */
final class Looks {
    private final Background background;

    Looks(Background background) {
        this.background = background;
    }

    /** Whether windows are to be dark. Blocks for a moment when the system has to be asked. */
    static boolean isDark(Theme theme) {
        return theme == Theme.DARK || theme == Theme.SYSTEM && SystemTheme.isDark();
    }

    /** Applies the looks to windows that are made later, and the language to Swing's own words. */
    static void install(boolean dark, Locale locale) {
        speak(locale);
        if (dark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }

    /** Has Swing's own dialogs that are made from now on speak this language. */
    static void speak(Locale locale) {
        // Spinners and file choosers heed nothing else.
        Locale.setDefault(locale);
        JComponent.setDefaultLocale(locale);
        UIManager.getDefaults().setDefaultLocale(locale);
    }

    /** Changes the windows that are open to the theme, once it is known what that means. */
    void change(Theme theme) {
        background.run(() -> isDark(theme), Looks::change, failure -> change(theme == Theme.DARK));
    }

    private static void change(boolean dark) {
        if (dark == FlatLaf.isLafDark()) {
            return;
        }
        if (dark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        FlatLaf.updateUI();
    }
}
