package dev.lifeboat.jobmatch.desktop;

import javax.swing.JTable;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTableFixture;

/** Settings &gt; Backup &amp; Restore, as a person uses it. */
final class SettingsPages {
    private final DesktopDriver app;
    private final DialogFixture dialog;

    private SettingsPages(DesktopDriver app, DialogFixture dialog) {
        this.app = app;
        this.dialog = dialog;
    }

    /** Opens the settings from the status line, which shows the backups. */
    static SettingsPages backups(DesktopDriver app, FrameFixture main) {
        main.button("status-protection").click();
        return new SettingsPages(app, app.dialog("settings"));
    }

    DialogFixture dialog() {
        return dialog;
    }

    JTableFixture table() {
        return dialog.table("backups");
    }

    /** Waits until the table shows this many files. */
    SettingsPages awaitRows(int count) {
        app.await(count + " backups in the table", () -> rowCount() == count);
        return this;
    }

    int rowCount() {
        // Without backups there is no table to be seen.
        return GuiActionRunner.execute(() ->
                app
                        .robot()
                        .finder()
                        .findAll(dialog.target(), component -> "backups".equals(component.getName()))
                        .stream()
                        .mapToInt(table -> ((JTable) table).getRowCount())
                        .sum());
    }

    /** Presses a button once it can be pressed. */
    void press(String button) {
        app.await(button + " enabled", () -> dialog.button(button).isEnabled());
        dialog.button(button).click();
    }

    /** The sentence below the table. */
    String message() {
        return text("message");
    }

    String banner() {
        return text("banner");
    }

    /** Waits until the sentence below the table says this. */
    String awaitMessage(String part) {
        app.await("message with: " + part, () -> message().contains(part));
        return message();
    }

    void awaitBanner(String part) {
        app.await("banner with: " + part, () -> banner().contains(part));
    }

    String text(String name) {
        return app.text(dialog.target(), name);
    }
}
