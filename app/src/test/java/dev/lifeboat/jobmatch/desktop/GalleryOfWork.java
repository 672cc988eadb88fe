package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import javax.swing.JFileChooser;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers, editors and what they ask. */
class GalleryOfWork extends Gallery {
    private DesktopDriver app;
    private FrameFixture main;

    @ParameterizedTest
    @MethodSource("looks")
    void work(Theme theme, Locale locale) throws Exception {
        app = begin(theme, locale);
        fill(150);
        app.start();
        main = app.mainWindow();
        app.await("offers", () -> !shown(main, "offers").isEmpty());
        shot("main", main);
        main.textBox("search").setText("nothing like this");
        app.await("nothing", () -> !shown(main, "show-all").isEmpty());
        shot("main-nothing-found", main);
        main.menuItem("menu-show-all").click();
        app.await("offers", () -> !shown(main, "offers").isEmpty());
        editors();
        profile();
        files();
        main.table("offers").selectRows(0, 1, 2);
        question("menu-delete-offer", "delete", "delete-offers", 2);
        main.menuItem("menu-about").click();
        DialogFixture about = app.dialog("about");
        shot("about", about);
        about.button("close").click();
    }

    private void editors() throws Exception {
        main.menuItem("menu-edit-offer").click();
        DialogFixture editor = app.dialog("offer-editor");
        shot("editor", editor);
        editor.textBox("editor-title").setText("");
        editor.textBox("editor-salary-from").setText("much");
        editor.button("editor-save").click();
        shot("editor-problems", editor);
        editor.button("editor-cancel").click();
        DialogFixture unsaved = app.dialog("unsaved");
        shot("unsaved", unsaved);
        unsaved.button("unsaved-2").click();
    }

    private void profile() throws Exception {
        main.menuItem("menu-profile").click();
        DialogFixture profile = app.dialog("profile-dialog");
        for (int tab = 0; tab < profile.tabbedPane("profile-tabs").target().getTabCount(); tab++) {
            profile.tabbedPane("profile-tabs").selectTab(tab);
            shot("profile-" + (tab + 1), profile);
        }
        profile.button("profile-cancel").click();
    }

    private void files() throws Exception {
        main.menuItem("menu-import").click();
        choose("import-chooser", write("What,Who,Posted\nCook,ACME,2026-01-01\n,Nobody,\nBaker,Brot,yesterday\n"));
        DialogFixture columns = app.dialog("column-chooser");
        columns.comboBox("column-TITLE").selectItem(0);
        columns.comboBox("column-COMPANY").selectItem(1);
        shot("import-columns", columns);
        columns.button("columns-import").click();
        DialogFixture report = app.dialog("import-report");
        shot("import-report", report);
        report.button("report-close").click();
        main.menuItem("menu-import").click();
        choose("import-chooser", write("Title,Company\nBaker,\"Brot\nnever closed"));
        DialogFixture problem = app.dialog("problem");
        shot("import-failed", problem);
        problem.button("problem-1").click();
        main.menuItem("menu-export").click();
        choose("export-chooser", write("precious"));
        DialogFixture replace = app.dialog("replace");
        shot("replace", replace);
        replace.button("replace-2").click();
        app.robot().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    }

    private void question(String menu, String name, String picture, int cancel) throws Exception {
        main.menuItem(menu).click();
        DialogFixture dialog = app.dialog(name);
        shot(picture, dialog);
        dialog.button(name + "-" + cancel).click();
    }

    private Collection<Component> shown(FrameFixture frame, String name) {
        return app.robot().finder().findAll(frame.target(), one -> name.equals(one.getName()) && one.isShowing());
    }

    private Path write(String content) throws Exception {
        return Files.writeString(home.resolve("offers.csv"), content);
    }

    private void choose(String chooser, Path file) {
        GenericTypeMatcher<JFileChooser> wanted = new GenericTypeMatcher<>(JFileChooser.class, true) {
            @Override
            protected boolean isMatching(JFileChooser one) {
                return chooser.equals(one.getName());
            }
        };
        app.await(chooser, () -> !app.robot().finder().findAll(wanted).isEmpty());
        JFileChooser found = app.robot().finder().find(wanted);
        // What the choice leads to may block.
        EventQueue.invokeLater(() -> {
            found.setSelectedFile(file.toFile());
            found.approveSelection();
        });
    }

    @ParameterizedTest
    @MethodSource("looks")
    void emptyStates(Theme theme, Locale locale) throws Exception {
        app = begin(theme, locale);
        app.settings(app.settingsFile().load().settings().withAutomaticBackupDays(0));
        app.start();
        FrameFixture main = app.mainWindow();
        shot("main-empty", main);
        SettingsPages settings = SettingsPages.backups(app, main);
        app.await("read", () -> !settings.banner().isEmpty());
        shot("backups-empty", settings.dialog());
    }
}
