package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import dev.lifeboat.jobmatch.settings.Language;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody chooses in the settings holds at once, and at the next start. */
@Isolated("there is one screen, and windows depend on when what happens")
class SettingsIT {
    @TempDir
    Path home;

    private DesktopDriver app;

    @BeforeEach
    void makeDatabase() throws Exception {
        app = new DesktopDriver(home).withOffers();
        app.settings(Settings.DEFAULT.withAutomaticBackupDays(0).withTheme(Theme.LIGHT));
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @Test
    void theLanguageChangesWhileTheApplicationRuns() throws Exception {
        DialogFixture settings = open();

        settings.comboBox("language").selectItem(Language.GERMAN.ordinal());

        app.await("German settings", () -> titles().contains("Einstellungen"));
        FrameFixture main = app.mainWindow();
        assertThat(main.menuItem("menu-file").target().getText()).isEqualTo("Datei");
        assertThat(app.settingsFile().load().settings().language()).isEqualTo(Language.GERMAN);
        assertThat(titles()).as("nothing stays in the old language").doesNotContain("Settings");
    }

    @Test
    void theThemeChangesWhileTheApplicationRuns() {
        DialogFixture settings = open();

        settings.comboBox("theme").selectItem(Theme.DARK.ordinal());

        app.await("dark", () -> GuiActionRunner.execute(FlatLaf::isLafDark));
        app.await("saved", () -> app.settingsFile().load().settings().theme() == Theme.DARK);
    }

    @Test
    void numbersAreKeptAndTheirLimitsToo() {
        DialogFixture settings = open();

        settings.spinner("retention").enterTextAndCommit("90");
        settings.spinner("automatic").enterTextAndCommit("3");

        app.await("kept for 90 days", () -> app.settingsFile().load().settings().retentionDays() == 90);
        app.await(
                "made every 3 days", () -> app.settingsFile().load().settings().automaticBackupDays() == 3);
    }

    @Test
    void settingsThatCannotBeReadAreSaidInTheWindow() throws Exception {
        Files.writeString(app.settingsFile().path(), "{ not settings");

        app.start();
        FrameFixture main = app.mainWindow();

        assertThat(main.label("status-message").text())
                .contains(app.settingsFile().path().toString());
    }

    @Test
    void settingsThatCannotBeSavedAreSaidAndTheApplicationGoesOn() throws Exception {
        DialogFixture settings = open();
        Path folder = app.settingsFile().path().getParent();
        Files.move(folder, home.resolve("elsewhere"));
        Files.writeString(folder, "in the way");

        settings.comboBox("theme").selectItem(Theme.DARK.ordinal());

        DialogFixture problem = app.dialog("problem");
        problem.requireVisible();
        app.robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        app.mainWindow().requireVisible();
        Files.delete(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void noKeyIsThereTwiceOnAPage(String language) throws Exception {
        app.speaking(Locale.forLanguageTag(language));
        DialogFixture settings = open();
        for (int page = 0; page < 3; page++) {
            settings.list("pages").selectItem(page);

            assertThat(keys(settings))
                    .as("page " + page)
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
        }
    }

    @Test
    void aboutTellsTheVersionAndTheLicences() {
        app.start();
        FrameFixture main = app.mainWindow();

        main.menuItem("menu-about").click();

        DialogFixture about = app.dialog("about");
        assertThat(about.label("version").text()).contains("1.0-test");
        assertThat(about.textBox("licences").text()).contains("FlatLaf", "Apache License 2.0", "public domain");
        app.robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        app.await("closed", () -> !about.target().isShowing());
    }

    private DialogFixture open() {
        app.start();
        SettingsPages settings = SettingsPages.backups(app, app.mainWindow());
        settings.dialog().list("pages").selectItem(0);
        return settings.dialog();
    }

    private List<String> titles() {
        return GuiActionRunner.execute(() -> Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .map(window -> window instanceof Dialog dialog ? dialog.getTitle() : ((Frame) window).getTitle())
                .toList());
    }

    private List<Integer> keys(DialogFixture dialog) {
        return GuiActionRunner.execute(() -> {
            List<Integer> keys = new ArrayList<>();
            app.robot().finder().findAll(dialog.target(), Component::isShowing).forEach(component -> {
                if (component instanceof AbstractButton button && button.getMnemonic() != 0) {
                    keys.add(button.getMnemonic());
                } else if (component instanceof JLabel label && label.getDisplayedMnemonic() != 0) {
                    keys.add(label.getDisplayedMnemonic());
                }
            });
            return keys;
        });
    }
}
