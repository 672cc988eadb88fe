package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Language;
import dev.lifeboat.jobmatch.settings.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Going back to a backup in the running application, and everything that stops it. */
@Isolated("there is one screen, and windows depend on when what happens")
class RestoreScenariosIT {
    private static final String TITLES = "SELECT title FROM job_offers ORDER BY id";

    @TempDir
    Path home;

    private DesktopDriver app;

    @BeforeEach
    void makeDatabase() throws Exception {
        app = new DesktopDriver(home).withOffers("Welder");
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @Test
    void scenario3theOldDataComesBackAndCanBeUndone() throws Exception {
        Backup before = backup();
        app.addOffer("Baker");
        SettingsPages settings = open();

        restoreFirstRow(settings);
        FrameFixture anew = restarted(1);

        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
        assertThat(notice(anew)).contains("Restored the backup of").contains("safety_backup");
        assertThat(app.service().list().backups())
                .extracting(Backup::kind)
                .anySatisfy(kind -> assertThat(kind).contains(BackupKind.SAFETY));
        assertThat(before.path()).as("the source stays").exists();

        anew.button("notice-undo").click();
        app.dialog("restore-question").button("restore-confirm").click();
        restarted(2);

        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder", "Baker");
    }

    @Test
    void theNoticeStaysUntilSomebodyKeepsWhatWasRestored() throws Exception {
        backup();
        app.addOffer("Baker");
        SettingsPages settings = open();
        restoreFirstRow(settings);
        FrameFixture anew = restarted(1);

        anew.button("notice-keep").click();
        app.await("the notice is forgotten", () -> !Files.exists(home.resolve("state/restored.json")));

        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
    }

    @Test
    void theNoticeIsThereInAnotherLanguageToo() throws Exception {
        backup();
        SettingsPages settings = open();
        restoreFirstRow(settings);
        SettingsPages anew = SettingsPages.backups(app, restarted(1));

        anew.dialog().list("pages").selectItem(0);
        anew.dialog().comboBox("language").selectItem(Language.GERMAN.ordinal());

        app.await("a German notice", () -> notice(app.mainWindow()).contains("wiederhergestellt"));
    }

    @Test
    void theWindowsPlaceIsKeptBeforeARestoreEndsTheProcess() throws Exception {
        backup();
        SettingsPages settings = open();
        FrameFixture main = app.mainWindow();
        GuiActionRunner.execute(() -> main.target().setSize(933, 611));
        settings.awaitRows(1).table().selectRows(0);

        settings.press("restore");

        app.dialog("restore-question").requireVisible();
        Path memory = app.settingsFile().path().resolveSibling("windows.json");
        app.await("kept", () -> Files.exists(memory) && read(memory).contains("933"));
    }

    @Test
    void unsavedEditsAreAskedAboutBeforeARestore() throws Exception {
        backup();
        app.start();
        FrameFixture main = app.mainWindow();
        app.await("an offer", () -> main.table("offers").target().getRowCount() == 1);
        main.menuItem("menu-edit-offer").click();
        app.dialog("offer-editor").textBox("editor-title").setText("Shipbuilder");
        SettingsPages settings = SettingsPages.backups(app, main);
        settings.awaitRows(1).table().selectRows(0);

        settings.press("restore");
        app.dialog("unsaved").button("unsaved-3").click();
        assertThat(app.restarts()).as("goes on editing").isZero();
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");

        settings.press("restore");
        app.dialog("unsaved").button("unsaved-1").click();
        app.dialog("restore-question").button("restore-confirm").click();
        restarted(1);

        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
        Backup safety = app.service().list().backups().stream()
                .filter(one -> one.kind().equals(Optional.of(BackupKind.SAFETY)))
                .findFirst()
                .orElseThrow();
        assertThat(Schema.rows(safety.path(), TITLES)).as("saved first").containsExactly("Shipbuilder");
    }

    @Test
    void cancelChangesNothing() throws Exception {
        backup();
        app.addOffer("Baker");
        SettingsPages settings = open();
        settings.awaitRows(1).table().selectRows(0);
        settings.press("restore");

        app.dialog("restore-question").button("restore-cancel").requireFocused().click();

        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder", "Baker");
        assertThat(app.restarts()).isZero();
    }

    @Test
    void scenario9aZeroedBackupIsRefusedAndItsDeletionOffered() throws Exception {
        Backup zeroed = backup();
        app.addOffer("Baker");
        try (RandomAccessFile file = new RandomAccessFile(zeroed.path().toFile(), "rw")) {
            file.write(new byte[10 << 10]);
        }
        SettingsPages settings = open();

        restoreFirstRow(settings);
        DialogFixture refusal = refusal();

        refusal.button("restore-delete").requireEnabled();
        refusal.button("restore-close").click();
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder", "Baker");
        assertThat(app.restarts()).isZero();
    }

    @Test
    void scenario10aBackupFromANewerSchemaIsRefusedWithBothVersions() throws Exception {
        Schema.execute(
                app.database(),
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES (7, '7', 'x', 'SQL', 'V7__x.sql', 1,"
                        + " '', '2030-01-01 12:00:00.000', 1, 1)");
        backup();
        Schema.execute(app.database(), "DELETE FROM flyway_schema_history WHERE version = '7'");
        SettingsPages settings = open();

        settings.awaitRows(1).table().selectRows(0);
        settings.press("restore");
        DialogFixture refusal = app.dialog("restore-refused");

        assertThat(app.text(refusal.target(), "restore-reason")).contains("7").contains("6");
        assertThat(app.text(refusal.target(), "restore-hint")).containsIgnoringCase("update");
        refusal.button("restore-close").click();
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
    }

    @Test
    void scenario12aRestoreThatFailsMidwayLeavesTheDataAndSaysSo() throws Exception {
        backup();
        app.addOffer("Baker");
        SettingsPages settings = open();
        try (LogFile log = LogFile.open(home.resolve("log"));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + app.database());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            restoreFirstRow(settings);
            DialogFixture failure = app.dialog("restore-failed");

            assertThat(app.text(failure.target(), "restore-report")).contains("Your data is as it was before.");
            assertThat(app.text(failure.target(), "details"))
                    .endsWith("Log: " + log.path().orElseThrow());
            failure.button("restore-close").click();
            statement.execute("ROLLBACK");
        }
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder", "Baker");
        assertThat(app.restarts()).isZero();

        restoreFirstRow(settings);
        restarted(1);

        assertThat(Schema.rows(app.database(), TITLES)).as("works afterwards").containsExactly("Welder");
    }

    private Backup backup() throws Exception {
        return app.service().create(CreateRequest.manual(""), ProgressListener.NONE);
    }

    private SettingsPages open() {
        app.start();
        return SettingsPages.backups(app, app.mainWindow());
    }

    private void restoreFirstRow(SettingsPages settings) {
        app.await("a row", () -> settings.rowCount() > 0);
        settings.table().selectRows(settings.rowCount() - 1);
        settings.press("restore");
        app.dialog("restore-question").button("restore-confirm").click();
    }

    /** A damaged backup may be known as such before, or be found out about when it is read. */
    private DialogFixture refusal() {
        app.await(
                "refused",
                () -> !shown("restore-refused").isEmpty()
                        || !shown("restore-failed").isEmpty());
        return app.dialog(shown("restore-refused").isEmpty() ? "restore-failed" : "restore-refused");
    }

    private List<java.awt.Window> shown(String name) {
        return GuiActionRunner.execute(() -> List.of(java.awt.Window.getWindows()).stream()
                .filter(window -> name.equals(window.getName()) && window.isShowing())
                .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private FrameFixture restarted(int times) {
        app.await("restart " + times, () -> app.restarts() == times);
        return app.mainWindow();
    }

    private String notice(FrameFixture main) {
        app.await("the notice", () -> !app.text(main.target(), "notice-text").isEmpty());
        return app.text(main.target(), "notice-text");
    }
}
