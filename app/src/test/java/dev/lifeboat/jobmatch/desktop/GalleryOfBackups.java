package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Component;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings, and everything about backups while the application runs. */
class GalleryOfBackups extends Gallery {
    private static final String ENLARGE =
            "CREATE TABLE ballast AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                    + " SELECT i, hex(randomblob(2500)) AS weight FROM n";

    private DesktopDriver app;
    private SettingsPages settings;

    @ParameterizedTest
    @MethodSource("looks")
    void backups(Theme theme, Locale locale) throws Exception {
        app = begin(theme, locale);
        fill(150);
        make(BackupKind.PRE_MIGRATION, Duration.ofDays(71), "");
        make(BackupKind.MANUAL, Duration.ofDays(44), locale == Locale.US ? "before the big import" : "vor dem Import");
        zero(make(BackupKind.AUTOMATIC, Duration.ofDays(20), ""));
        make(BackupKind.AUTOMATIC, Duration.ofDays(9), "");
        make(BackupKind.MANUAL, Duration.ofHours(2), "");
        Files.writeString(app.backups().resolve("holiday.db"), "not a database");
        app.start();
        settings = SettingsPages.backups(app, app.mainWindow());
        settings.awaitRows(6);
        shot("backups", settings.dialog());
        verifying();
        dialogs();
        restoring();
    }

    private void verifying() throws Exception {
        settings.table().selectRows(1);
        settings.press("verify");
        app.await("verified", () -> !settings.message().isEmpty());
        shot("backups-verified", settings.dialog());
        settings.table().selectRows(3);
        settings.press("verify");
        app.await("found damaged", () -> settings.message().contains("_automatic"));
        shot("backups-damaged", settings.dialog());
        settings.press("restore");
        DialogFixture refused = app.dialog("restore-refused");
        shot("restore-refused", refused);
        refused.button("restore-close").click();
    }

    private void dialogs() throws Exception {
        settings.table().selectRows(1);
        settings.press("delete");
        DialogFixture deletion = app.dialog("delete");
        shot("delete", deletion);
        deletion.button("cancel").click();
        settings.dialog().list("pages").selectItem(0);
        shot("settings", settings.dialog());
        settings.dialog().list("pages").selectItem(2);
        app.await("providers", () -> settings.dialog().table("providers").rowCount() > 0);
        shot("providers", settings.dialog());
        settings.dialog().list("pages").selectItem(0);
        settings.dialog().spinner("retention").enterTextAndCommit("30");
        settings.dialog().list("pages").selectItem(1);
        settings.press("clean-up");
        DialogFixture cleanUp = app.dialog("clean-up");
        shot("clean-up", cleanUp);
        cleanUp.button("cancel").click();
    }

    private void restoring() throws Exception {
        Schema.execute(app.database(), ENLARGE);
        Component bar = app.robot().finder().findByName(settings.dialog().target(), "progress", false);
        shotWhile("backups-running", bar, () -> settings.press("create"));
        settings.awaitRows(7);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + app.database());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            settings.table().selectRows(0);
            settings.press("restore");
            DialogFixture question = app.dialog("restore-question");
            shot("restore-question", question);
            question.button("restore-confirm").click();
            shot("restore-running", app.dialog("restore-progress"));
            DialogFixture failed = app.dialog("restore-failed");
            shot("restore-failed", failed);
            failed.button("restore-close").click();
        }
        settings.table().selectRows(0);
        settings.press("restore");
        app.dialog("restore-question").button("restore-confirm").click();
        app.await("restarted", () -> app.restarts() == 1);
        FrameFixture anew = app.mainWindow();
        app.await("offers", () -> anew.table("offers").target().getRowCount() > 0);
        app.await("the notice", () -> !app.text(anew.target(), "notice-text").isEmpty());
        shot("main-restored", anew);
    }
}
